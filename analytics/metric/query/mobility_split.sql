/*
title: {en: 'Exchange overseas, and with the mainland and Taiwan', zh-Hant: 海外與內地及台灣交流學生, zh-Hans: 海外与内地及台湾交流学生}
definition:
  en: Students on exchange by academic year and direction, split into overseas and the Chinese mainland and Taiwan, with the figure that the university published for that year as it was printed. The published figure is left out when a place, region or faculty is chosen.
  zh-Hant: 按學年及方向劃分的交流學生人數，分為海外與中國內地及台灣，並列出大學就該學年公布的原文數字。選定地方、地區或學院時不列公布數字。
  zh-Hans: 按学年及方向划分的交流学生人数，分为海外与中国内地及台湾，并列出大学就该学年公布的原文数字。选定地方、地区或学院时不列公布数字。
formula: Σ participants where kind = student-studies, by grouping
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: The split that universities in Hong Kong publish
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id, direction: direction, grouping: grouping}
    sum: participants
    measures: [participants]
  - table: figures
    where: >-
      len($place::VARCHAR[]) + len($region::VARCHAR[]) + len($faculty::VARCHAR[]) = 0
    by: {academic_year_id: period, direction: direction, grouping: grouping}
    needs: [period, direction]
    shows: [published]
*/
WITH counted AS (
  SELECT academic_year_id, direction::VARCHAR AS direction, "grouping", participants, evidence, source_id
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
), printed AS (
  SELECT
    period AS academic_year_id,
    CASE WHEN metric_id LIKE 'exchange_out_%' THEN 'outbound' ELSE 'inbound' END AS direction,
    CASE WHEN metric_id LIKE '%_overseas' THEN 'overseas' ELSE 'mainland_taiwan' END AS "grouping",
    value, qualifier, evidence, source_id
  FROM figures
  WHERE metric_id IN ('exchange_out_overseas', 'exchange_out_mainland_taiwan', 'exchange_in_overseas', 'exchange_in_mainland_taiwan')
    AND period IS NOT NULL AND within_years($from, $to, period) AND keeps($evidence, evidence)
    AND len($place::VARCHAR[]) + len($region::VARCHAR[]) + len($faculty::VARCHAR[]) = 0
), every AS (
  SELECT academic_year_id, direction, "grouping", participants, NULL AS published, NULL AS qualifier, evidence, source_id FROM counted
  UNION ALL
  SELECT academic_year_id, direction, "grouping", NULL, value, qualifier, evidence, source_id FROM printed
  WHERE keeps($direction, direction)
)
SELECT
  e.academic_year_id,
  e.direction,
  said($lang, d.name, d.name_zh_hant, d.name_zh_hans) AS direction_name,
  e."grouping",
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS grouping_name,
  sum(e.participants)::BIGINT AS participants,
  max(e.published)::BIGINT AS published,
  max(e.qualifier) AS qualifier,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  any_value(y.reason) AS incomplete_reason,
  max(e.evidence) AS evidence,
  string_agg(DISTINCT e.source_id, '|') AS source_ids
FROM every AS e
JOIN labels AS d ON d.dimension = 'direction' AND d.id = e.direction
JOIN labels AS g ON g.dimension = 'grouping' AND g.id = e."grouping"
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = e.academic_year_id
WHERE (SELECT home_place FROM dataset) = 'HK'
GROUP BY ALL
ORDER BY e.academic_year_id, any_value(d.position), any_value(g.position);
