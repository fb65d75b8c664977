/*
title: {en: Exchange students by country or region, zh-Hant: 按國家或地區劃分的交流學生, zh-Hans: 按国家或地区划分的交流学生}
definition:
  en: Students on exchange to and from each country or region over the years chosen. The balance is those received less those sent; it is given when both directions are counted.
  zh-Hant: 所選學年內往來各國家或地區的交流學生人數。差額為來訪人數減外訪人數，兩個方向均計算時才列出。
  zh-Hans: 所选学年内往来各国家或地区的交流学生人数。差额为来访人数减派出人数，两个方向均计算时才列出。
formula: Σ outbound, Σ inbound, net = inbound − outbound, where kind = student-studies
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, net flow of mobile students (adapted)
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {country_code: country_code}
    sum: participants
    measures: [participants]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {country_code: country_code}
    sum: participants
    measures: [outbound]
    less: [net]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {country_code: country_code}
    sum: participants
    measures: [inbound, net]
*/
WITH counted AS (
  SELECT
    country_code,
    sum(participants)::BIGINT AS participants,
    CASE WHEN keeps($direction, 'outbound') THEN sum(CASE WHEN direction = 'outbound' THEN participants ELSE 0 END)::BIGINT END AS outbound,
    CASE WHEN keeps($direction, 'inbound') THEN sum(CASE WHEN direction = 'inbound' THEN participants ELSE 0 END)::BIGINT END AS inbound,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
  GROUP BY country_code
)
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  c.participants,
  c.outbound,
  c.inbound,
  c.inbound - c.outbound AS net,
  p.lng,
  p.lat,
  said($lang, h.name, h.name_zh_hant, h.name_zh_hans) AS origin,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN places AS p ON p.code = c.country_code
JOIN regions AS g ON g.code = p.region
JOIN dataset AS d ON true
LEFT JOIN places AS h ON h.code = d.home_place
WHERE c.participants > 0
ORDER BY p.code = 'ZZ', c.participants DESC, p.code;
