/*
title: {en: People moving by country or region, zh-Hant: 按國家或地區劃分的流動人數, zh-Hans: 按国家或地区划分的流动人数}
definition:
  en: People who came to and left each country or region over the years chosen, the balance between the two, and where most came from. With places or regions chosen, only moves to and from these are counted.
  zh-Hant: 所選年份內各國家或地區的流入及流出人數、兩者差額，以及最多人的來源地。選定地方或地區時，只計算往來這些地方的人數。
  zh-Hans: 所选年份内各国家或地区的流入及流出人数、两者差额，以及最多人的来源地。选定地方或地区时，只计算往来这些地方的人数。
formula: Σ incoming, Σ outgoing, balance = incoming − outgoing
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, net flow of mobile students
facts:
  - table: flows
    by: {country_code: destination}
    sum: participants
    measures: [incoming, balance]
    filters: {place: [origin], region: [origin_region]}
  - table: flows
    by: {country_code: origin}
    sum: participants
    measures: [outgoing]
    less: [balance]
    filters: {place: [destination], region: [destination_region]}
  - table: flows
    by: {country_code: destination, main_origin_code: origin}
    sum: participants
    measures: [from_origin]
    filters: {place: [origin], region: [origin_region]}
*/
WITH ends AS (
  SELECT * FROM flow_ends($from, $to, $place, $region, $evidence)
),
origins AS (
  SELECT here, arg_max(there, (came, there)) AS origin, max(came) AS from_origin
  FROM (SELECT here, there, sum(incoming) AS came FROM ends WHERE incoming > 0 AND there <> 'ZZ' GROUP BY ALL)
  GROUP BY here
),
counted AS (
  SELECT here, round(sum(incoming), 6) AS incoming, round(sum(outgoing), 6) AS outgoing, max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM ends
  GROUP BY here
)
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  c.incoming,
  c.outgoing,
  round(c.incoming - c.outgoing, 6) AS balance,
  said($lang, o.name, o.name_zh_hant, o.name_zh_hans) AS main_origin,
  m.origin AS main_origin_code,
  m.from_origin,
  p.lng,
  p.lat,
  p.small,
  o.lng AS origin_lng,
  o.lat AS origin_lat,
  incomplete_years('flow', $from, $to) AS incomplete_years,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN places AS p ON p.code = c.here
JOIN regions AS g ON g.code = p.region
LEFT JOIN origins AS m ON m.here = c.here
LEFT JOIN places AS o ON o.code = m.origin
WHERE c.incoming + c.outgoing > 0
ORDER BY p.code = 'ZZ', c.incoming DESC, c.outgoing DESC, p.code;
