/*
title: {en: Exchange with the Chinese mainland and Taiwan, zh-Hant: 與中國內地及台灣的交流, zh-Hans: 与中国内地及台湾的交流}
definition:
  en: Students on exchange to and from the Chinese mainland and Taiwan, by academic year and direction.
  zh-Hant: 每學年前往及來自中國內地及台灣的交流學生人數。
  zh-Hans: 每学年前往及来自中国内地及台湾的交流学生人数。
formula: Σ participants where kind = student-studies and the place is the Chinese mainland or Taiwan
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Erasmus Without Paper, mobility kinds
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" = 'mainland_taiwan'
    by: {academic_year_id: academic_year_id, direction: direction}
    sum: participants
*/
SELECT
  m.academic_year_id,
  m.direction,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS direction_name,
  sum(m.participants)::BIGINT AS participants,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  any_value(y.reason) AS incomplete_reason,
  max(m.evidence) AS evidence,
  string_agg(DISTINCT m.source_id, '|') AS source_ids
FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence) AS m
JOIN labels AS l ON l.dimension = 'direction' AND l.id = m.direction::VARCHAR
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = m.academic_year_id
WHERE m.kind = 'student-studies' AND m."grouping" = 'mainland_taiwan'
GROUP BY m.academic_year_id, m.direction, direction_name
ORDER BY m.academic_year_id, m.direction;
