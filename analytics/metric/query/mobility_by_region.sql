/*
title: {en: Exchange students by region, zh-Hant: 按地區劃分的交流學生, zh-Hans: 按地区划分的交流学生}
definition:
  en: Students on exchange to and from each region of the world, by academic year. A year in which exchange is recorded, but none with the region, counts as zero.
  zh-Hant: 每學年往來世界各地區的交流學生人數。有交流記錄而與該地區並無往來的學年，以零計算。
  zh-Hans: 每学年往来世界各地区的交流学生人数。有交流记录而与该地区并无往来的学年，以零计算。
formula: Σ participants where kind = student-studies, by region
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition; regions by UN M49 with the Chinese mainland apart
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id, region: region}
    sum: participants
    measures: [participants]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id, region: region}
    sum: participants
    measures: [outbound]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {academic_year_id: academic_year_id, region: region}
    sum: participants
    measures: [inbound]
*/
WITH counted AS (
  SELECT academic_year_id, region, direction, participants, evidence, source_id
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
), grid AS (
  SELECT y.academic_year_id, r.region
  FROM (
    SELECT DISTINCT academic_year_id
    FROM place_slice($from, $to, NULL, NULL, NULL, $direction, $evidence)
    WHERE kind = 'student-studies'
  ) AS y
  CROSS JOIN (SELECT DISTINCT region FROM counted) AS r
)
SELECT
  grid.academic_year_id,
  grid.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  CASE WHEN keeps($direction, 'outbound') THEN coalesce(sum(c.participants) FILTER (c.direction = 'outbound'), 0)::BIGINT END AS outbound,
  CASE WHEN keeps($direction, 'inbound') THEN coalesce(sum(c.participants) FILTER (c.direction = 'inbound'), 0)::BIGINT END AS inbound,
  coalesce(sum(c.participants), 0)::BIGINT AS participants,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  any_value(y.reason) AS incomplete_reason,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM grid
JOIN regions AS g ON g.code = grid.region
LEFT JOIN counted AS c USING (academic_year_id, region)
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = grid.academic_year_id
GROUP BY ALL
ORDER BY grid.academic_year_id, any_value(g.position);
