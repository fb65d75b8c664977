/*
title: {en: Places side by side, zh-Hant: 各地比較, zh-Hans: 各地比较}
definition:
  en: >-
    Partners, projects and exchange students of each country or region, how even the exchange is, and how it grew: students
    of both directions in the last whole years of those chosen against as many years before them, three at most. Where a
    place is chosen, all places of its region are listed beside it, or where it is its own region all places. The home place is left out.
  zh-Hant: 各國家或地區的夥伴、項目及交流學生，往來是否對等，以及增幅：所選學年中最近數個完整學年的雙向學生，與之前相同數目的學年相比，最多各三年。選定一地時，同區各地一併列出；自成一區者則列出所有地方。不包括本地。
  zh-Hans: 各国家或地区的伙伴、项目及交流学生，往来是否对等，以及增幅：所选学年中最近数个完整学年的双向学生，与之前相同数目的学年相比，最多各三年。选定一地时，同区各地一并列出；自成一区者则列出所有地方。不包括本地。
formula: reciprocity = 1 − |out − in| ÷ (out + in); growth = Σ last years ÷ Σ as many years before − 1
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: ties
    where: >-
      "grouping" <> 'home'
    by: {country_code: country_code}
    needs: [institution_id]
    distinct: institution_id
    measures: [partners]
    filters: {type: [], place: []}
  - table: projects
    where: >-
      "grouping" <> 'home'
    by: {country_code: country_code}
    measures: [projects]
    filters: {type: [], place: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {country_code: country_code}
    sum: participants
    measures: [outbound]
    shows: [reciprocity, growth]
    filters: {direction: [], place: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {country_code: country_code}
    sum: participants
    measures: [inbound]
    shows: [reciprocity, growth]
    filters: {direction: [], place: []}
*/
WITH sought AS (
  SELECT count(*) < 3 AS alone FROM places AS o
  WHERE o."grouping" <> 'home' AND o.region IN (SELECT n.region FROM places AS n WHERE keeps($place, n.code))
),
compared AS (
  SELECT p.* FROM places AS p
  WHERE p."grouping" <> 'home' AND p.code <> 'ZZ' AND keeps($region, p.region)
    AND (keeps($place, p.code) OR (SELECT alone FROM sought) OR p.region IN (SELECT n.region FROM places AS n WHERE keeps($place, n.code)))
),
partnered AS (
  SELECT country_code, count(DISTINCT institution_id) AS n, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM related_slice($from, $to, NULL, $region, NULL, $faculty, $evidence)
  GROUP BY country_code
),
run AS (
  SELECT country_code, sum(projects) AS n, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM project_place_slice($from, $to, NULL, $region, NULL, $faculty, $evidence)
  GROUP BY country_code
),
exchange AS (
  SELECT * FROM place_slice($from, $to, NULL, $region, $faculty, NULL, $evidence) WHERE kind = 'student-studies' AND "grouping" <> 'home'
),
years AS (
  SELECT academic_year_id, row_number() OVER (ORDER BY academic_year_id DESC) AS back, least(3, count(*) OVER () // 2) AS span
  FROM (
    SELECT DISTINCT e.academic_year_id FROM exchange AS e
    LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = e.academic_year_id
    WHERE NOT coalesce(y.incomplete, false)
  )
),
moved AS (
  SELECT
    e.country_code,
    coalesce(sum(e.participants) FILTER (e.direction = 'outbound'), 0)::BIGINT AS outbound,
    coalesce(sum(e.participants) FILTER (e.direction = 'inbound'), 0)::BIGINT AS inbound,
    coalesce(sum(e.participants) FILTER (y.back <= y.span), 0)::BIGINT AS late,
    coalesce(sum(e.participants) FILTER (y.back > y.span AND y.back <= 2 * y.span), 0)::BIGINT AS early,
    max(e.evidence) AS evidence,
    string_agg(DISTINCT e.source_id, '|') AS source_ids
  FROM exchange AS e
  LEFT JOIN years AS y USING (academic_year_id)
  GROUP BY e.country_code
)
SELECT
  c.code AS country_code,
  said($lang, c.name, c.name_zh_hant, c.name_zh_hans) AS place,
  c.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  coalesce(len($place::VARCHAR[]), 0) > 0 AND keeps($place, c.code) AS chosen,
  coalesce(p.n, 0)::BIGINT AS partners,
  coalesce(r.n, 0)::BIGINT AS projects,
  coalesce(m.outbound, 0) AS outbound,
  coalesce(m.inbound, 0) AS inbound,
  1 - abs(m.outbound - m.inbound) / nullif(m.outbound + m.inbound, 0) AS reciprocity,
  coalesce(m.outbound + m.inbound, 0) AS both_ways,
  m.late / nullif(m.early, 0) - 1 AS growth,
  coalesce(m.early, 0) AS early_students,
  greatest(p.evidence, r.evidence, m.evidence) AS evidence,
  concat_ws('|', p.source_ids, r.source_ids, m.source_ids) AS source_ids
FROM compared AS c
JOIN regions AS g ON g.code = c.region
LEFT JOIN partnered AS p ON p.country_code = c.code
LEFT JOIN run AS r ON r.country_code = c.code
LEFT JOIN moved AS m ON m.country_code = c.code
WHERE p.n IS NOT NULL OR r.n IS NOT NULL OR m.country_code IS NOT NULL
ORDER BY both_ways + partners DESC, c.code;
