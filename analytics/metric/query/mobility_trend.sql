/*
title: {en: Exchange students by year and direction, zh-Hant: 按學年及方向劃分的交流學生, zh-Hans: 按学年及方向划分的交流学生}
definition:
  en: Students on exchange at a partner or received from one, by academic year and direction.
  zh-Hant: 每學年前往夥伴院校及由夥伴院校前來交流的學生人數。
  zh-Hans: 每学年前往伙伴院校及由伙伴院校前来交流的学生人数。
formula: Σ participants where kind = student-studies
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Erasmus Without Paper, mobility kinds
*/
SELECT
  m.academic_year_id,
  m.direction,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS direction_name,
  sum(m.participants)::BIGINT AS participants,
  max(m.evidence) AS evidence,
  string_agg(DISTINCT m.source_id, '|') AS source_ids
FROM mobility_slice($from, $to, $place, $region, $faculty, $direction, $evidence) AS m
JOIN labels AS l ON l.dimension = 'direction' AND l.id = m.direction::VARCHAR
WHERE m.kind = 'student-studies'
GROUP BY ALL
ORDER BY m.academic_year_id, m.direction;
