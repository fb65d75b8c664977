/*
title: {en: Exchange students by country or region and year, zh-Hant: 按學年及國家或地區劃分的交流學生, zh-Hans: 按学年及国家或地区划分的交流学生}
definition:
  en: Students on exchange by academic year and country or region. A year in which exchange is recorded, but none with the country or region, counts as zero.
  zh-Hant: 每學年按國家或地區劃分的交流學生人數。有交流記錄而該地並無往來的學年，以零計算。
  zh-Hans: 每学年按国家或地区划分的交流学生人数。有交流记录而该地并无往来的学年，以零计算。
formula: Σ participants where kind = student-studies, by country or region
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id, country_code: country_code}
    sum: participants
    measures: [outbound]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {academic_year_id: academic_year_id, country_code: country_code}
    sum: participants
    measures: [inbound]
*/
WITH counted AS (
  SELECT academic_year_id, country_code, direction, participants, evidence, source_id
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
), grid AS (
  SELECT y.academic_year_id, r.country_code
  FROM (
    SELECT DISTINCT academic_year_id
    FROM place_slice($from, $to, NULL, NULL, NULL, $direction, $evidence)
    WHERE kind = 'student-studies'
  ) AS y
  CROSS JOIN (SELECT DISTINCT country_code FROM counted) AS r
)
SELECT
  grid.academic_year_id,
  grid.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  CASE WHEN keeps($direction, 'outbound') THEN coalesce(sum(c.participants) FILTER (c.direction = 'outbound'), 0)::BIGINT END AS outbound,
  CASE WHEN keeps($direction, 'inbound') THEN coalesce(sum(c.participants) FILTER (c.direction = 'inbound'), 0)::BIGINT END AS inbound,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM grid
JOIN places AS p ON p.code = grid.country_code
LEFT JOIN counted AS c USING (academic_year_id, country_code)
GROUP BY ALL
ORDER BY grid.academic_year_id, grid.country_code;
