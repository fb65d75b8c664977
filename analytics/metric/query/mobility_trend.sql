/*
title: {en: Exchange students by year and direction, zh-Hant: 按學年及方向劃分的交流學生, zh-Hans: 按学年及方向划分的交流学生}
definition:
  en: Students on exchange at a partner or received from one, by academic year and direction. The target is the sum of the targets for overseas and for the mainland and Taiwan, and is left out when a place, region or faculty is chosen. A year in which exchange is recorded, but none with the place, region or faculty chosen, counts as zero.
  zh-Hant: 每學年前往夥伴院校及由夥伴院校前來交流的學生人數。目標為海外與內地及台灣兩項目標之和；選定地方、地區或學院時不列目標。有交流記錄的學年，如與所選地方、地區或學院並無往來，以零計算。
  zh-Hans: 每学年前往伙伴院校及由伙伴院校前来交流的学生人数。目标为海外与内地及台湾两项目标之和；选定地方、地区或学院时不列目标。有交流记录的学年，如与所选地方、地区或学院并无往来，以零计算。
formula: Σ participants where kind = student-studies
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Erasmus Without Paper, mobility kinds
facts:
  - table: mobility
    where: >-
      kind = 'student-studies'
    by: {academic_year_id: academic_year_id, direction: direction}
    sum: participants
    measures: [participants]
  - table: targets
    where: >-
      metric_id IN ('exchange_out_overseas', 'exchange_out_mainland_taiwan', 'exchange_in_overseas', 'exchange_in_mainland_taiwan') AND region IS NULL AND country_code IS NULL AND len($place::VARCHAR[]) + len($region::VARCHAR[]) + len($faculty::VARCHAR[]) = 0
    by: {academic_year_id: academic_year_id, direction: direction}
    sum: value
    measures: [target]
*/
WITH counted AS (
  SELECT academic_year_id, direction::VARCHAR AS direction, participants, evidence, source_id
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies'
), grid AS (
  SELECT r.academic_year_id, r.direction::VARCHAR AS direction, 0 AS participants, NULL::evidence AS evidence, NULL::VARCHAR AS source_id
  FROM place_slice($from, $to, NULL, NULL, NULL, $direction, $evidence) AS r
  WHERE r.kind = 'student-studies' AND EXISTS (SELECT * FROM counted AS c WHERE c.direction = r.direction::VARCHAR)
  GROUP BY r.academic_year_id, r.direction
), aimed AS (
  SELECT academic_year_id, CASE WHEN metric_id LIKE 'exchange_out_%' THEN 'outbound' ELSE 'inbound' END AS direction,
    value, evidence, source_id
  FROM targets
  WHERE metric_id IN ('exchange_out_overseas', 'exchange_out_mainland_taiwan', 'exchange_in_overseas', 'exchange_in_mainland_taiwan')
    AND region IS NULL AND country_code IS NULL
    AND within_years($from, $to, academic_year_id) AND keeps($evidence, evidence)
    AND len($place::VARCHAR[]) + len($region::VARCHAR[]) + len($faculty::VARCHAR[]) = 0
), every AS (
  SELECT academic_year_id, direction, participants, NULL AS target, evidence, source_id FROM counted
  UNION ALL
  SELECT academic_year_id, direction, participants, NULL, evidence, source_id FROM grid
  UNION ALL
  SELECT academic_year_id, direction, NULL, value, evidence, source_id FROM aimed WHERE keeps($direction, direction)
)
SELECT
  e.academic_year_id,
  e.direction,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS direction_name,
  sum(e.participants)::BIGINT AS participants,
  sum(e.target)::BIGINT AS target,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  any_value(y.reason) AS incomplete_reason,
  max(e.evidence) AS evidence,
  string_agg(DISTINCT e.source_id, '|') AS source_ids
FROM every AS e
JOIN labels AS l ON l.dimension = 'direction' AND l.id = e.direction
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = e.academic_year_id
WHERE EXISTS (SELECT * FROM counted)
GROUP BY ALL
ORDER BY e.academic_year_id, any_value(l.position);
