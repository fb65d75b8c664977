/*
title: {en: Exchange students by region, zh-Hant: 按地區劃分的交流學生, zh-Hans: 按地区划分的交流学生}
definition:
  en: Students on exchange to and from each region of the world, by academic year.
  zh-Hant: 每學年往來世界各地區的交流學生人數。
  zh-Hans: 每学年往来世界各地区的交流学生人数。
formula: Σ participants where kind = student-studies, by region
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition; regions by UN M49 with the Chinese mainland apart
*/
SELECT
  m.academic_year_id,
  m.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  CASE WHEN keeps($direction, 'outbound') THEN sum(CASE WHEN m.direction = 'outbound' THEN m.participants ELSE 0 END)::BIGINT END AS outbound,
  CASE WHEN keeps($direction, 'inbound') THEN sum(CASE WHEN m.direction = 'inbound' THEN m.participants ELSE 0 END)::BIGINT END AS inbound,
  sum(m.participants)::BIGINT AS participants,
  max(m.evidence) AS evidence,
  string_agg(DISTINCT m.source_id, '|') AS source_ids
FROM mobility_slice($from, $to, $place, $region, $faculty, $direction, $evidence) AS m
JOIN regions AS g ON g.code = m.region
WHERE m.kind = 'student-studies' AND m."grouping" <> 'home'
GROUP BY m.academic_year_id, m.region, region_name, g.position
ORDER BY m.academic_year_id, g.position;
