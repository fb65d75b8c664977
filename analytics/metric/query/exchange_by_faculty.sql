/*
title: {en: Exchange students by faculty and year, zh-Hant: 按學年及學院劃分的交流學生, zh-Hans: 按学年及学院划分的交流学生}
definition:
  en: Students on exchange by academic year and faculty. A year in which exchange is recorded, but none with the faculty, counts as zero.
  zh-Hant: 每學年按學院劃分的交流學生人數。有交流記錄而該學院並無往來的學年，以零計算。
  zh-Hans: 每学年按学院划分的交流学生人数。有交流记录而该学院并无往来的学年，以零计算。
formula: Σ participants where kind = student-studies, by faculty
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id, faculty: faculty}
    sum: participants
    measures: [outbound]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {academic_year_id: academic_year_id, faculty: faculty}
    sum: participants
    measures: [inbound]
*/
WITH counted AS (
  SELECT academic_year_id, coalesce(faculty, '') AS faculty, direction, participants, evidence, source_id
  FROM mobility_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
), grid AS (
  SELECT y.academic_year_id, r.faculty
  FROM (
    SELECT DISTINCT academic_year_id
    FROM place_slice($from, $to, NULL, NULL, NULL, $direction, $evidence)
    WHERE kind = 'student-studies'
  ) AS y
  CROSS JOIN (SELECT DISTINCT faculty FROM counted) AS r
)
SELECT
  grid.academic_year_id,
  grid.faculty,
  coalesce(said($lang, f.name, f.name_zh_hant, f.name_zh_hans), grid.faculty) AS faculty_name,
  CASE WHEN keeps($direction, 'outbound') THEN coalesce(sum(c.participants) FILTER (c.direction = 'outbound'), 0)::BIGINT END AS outbound,
  CASE WHEN keeps($direction, 'inbound') THEN coalesce(sum(c.participants) FILTER (c.direction = 'inbound'), 0)::BIGINT END AS inbound,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM grid
LEFT JOIN faculties AS f ON f.faculty_id = grid.faculty
LEFT JOIN counted AS c USING (academic_year_id, faculty)
GROUP BY ALL
ORDER BY grid.academic_year_id, grid.faculty;
