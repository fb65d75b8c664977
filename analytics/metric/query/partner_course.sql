/*
title: {en: The relationship by year, zh-Hant: 按學年劃分的往來, zh-Hans: 按学年划分的往来}
definition:
  en: >-
    Exchange students sent and received, projects started and agreements in effect in each academic year, and the balance
    and the projects since the first year shown. The years are all those in which the data set records anything, so that
    a year without any is a zero. An agreement counts in every year that its term touches; without dates, in none.
  zh-Hant: >-
    每學年外訪及來訪的交流學生、新開展的項目及生效的協議，以及自所示首個學年起累計的差額及項目。所列學年為數據集有任何記錄的學年，沒有往來的學年以零計算。
    協議計入其有效期所及的每個學年；沒有日期者不計入任何學年。
  zh-Hans: >-
    每学年派出及来访的交流学生、新开展的项目及生效的协议，以及自所示首个学年起累计的差额及项目。所列学年为数据集有任何记录的学年，没有往来的学年以零计算。
    协议计入其有效期所及的每个学年；没有日期者不计入任何学年。
formula: Σ participants where kind = student-studies; balance so far = Σ over the years (in − out); count of projects; count of agreements
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition
facts:
  - table: mobility
    where: kind = 'student-studies' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [outbound]
    less: [net]
    filters: {direction: []}
  - table: mobility
    where: kind = 'student-studies' AND direction = 'inbound'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [inbound, net]
    filters: {direction: []}
  - table: mobility
    where: kind = 'student-studies' AND direction = 'inbound'
    until: {academic_year_id: academic_year_id}
    sum: participants
    measures: [net_so_far]
    filters: {direction: []}
  - table: mobility
    where: kind = 'student-studies' AND direction = 'outbound'
    until: {academic_year_id: academic_year_id}
    sum: participants
    less: [net_so_far]
    filters: {direction: []}
  - table: projects
    by: {academic_year_id: academic_year_id}
    measures: [projects]
  - table: projects
    until: {academic_year_id: academic_year_id}
    measures: [projects_so_far]
  - table: agreements
    where: keeps($type, NULL) AND keeps($faculty, NULL)
    row: term_touches($row_academic_year_id, $row_academic_year_id, first_year, last_year)
    measures: [agreements]
*/
WITH moved AS (
  SELECT academic_year_id, direction, participants, evidence, source_id
  FROM place_slice($from, $to, $place, $region, $faculty, NULL, $evidence)
  WHERE kind = 'student-studies' AND len($partner::VARCHAR[]) = 0
  UNION ALL
  SELECT academic_year_id, direction, participants, evidence, source_id
  FROM partner_slice($from, $to, $place, $region, $faculty, NULL, $evidence)
  WHERE kind = 'student-studies' AND len($partner::VARCHAR[]) > 0 AND keeps($partner, institution_id)
),
started AS (
  SELECT academic_year_id, projects, evidence, source_id
  FROM project_year_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  WHERE academic_year_id IS NOT NULL AND keeps($partner, institution_id)
),
terms AS (
  SELECT first_year, last_year, evidence, source_id, count(*) AS agreements
  FROM agreement_slice($place, $region, $evidence)
  WHERE keeps($partner, institution_id) AND coalesce(start_date, signing_date, end_date) IS NOT NULL AND keeps($type, NULL) AND keeps($faculty, NULL)
  GROUP BY ALL
),
years AS (
  SELECT academic_year_id FROM cube_mobility_place WHERE within_years($from, $to, academic_year_id)
  UNION
  SELECT academic_year_id FROM cube_project_place WHERE within_years($from, $to, academic_year_id)
),
every AS (
  SELECT academic_year_id, CASE direction WHEN 'outbound' THEN participants END AS outbound, CASE direction WHEN 'inbound' THEN participants END AS inbound,
    NULL AS projects, NULL AS agreements, evidence, source_id
  FROM moved
  UNION ALL
  SELECT academic_year_id, NULL, NULL, projects, NULL, evidence, source_id FROM started
  UNION ALL
  SELECT y.academic_year_id, NULL, NULL, NULL, t.agreements, t.evidence, t.source_id
  FROM terms AS t JOIN years AS y
    ON (t.first_year IS NULL OR t.first_year <= y.academic_year_id) AND (t.last_year IS NULL OR t.last_year >= y.academic_year_id)
),
summed AS (
  SELECT
    y.academic_year_id,
    coalesce(sum(e.outbound), 0)::BIGINT AS outbound,
    coalesce(sum(e.inbound), 0)::BIGINT AS inbound,
    coalesce(sum(e.projects), 0)::BIGINT AS projects,
    coalesce(sum(e.agreements), 0)::BIGINT AS agreements,
    max(e.evidence) AS evidence,
    string_agg(DISTINCT e.source_id, '|') AS source_ids
  FROM years AS y
  LEFT JOIN every AS e USING (academic_year_id)
  GROUP BY y.academic_year_id
)
SELECT
  s.academic_year_id,
  s.outbound,
  s.inbound,
  s.inbound - s.outbound AS net,
  sum(s.inbound - s.outbound) OVER (ORDER BY s.academic_year_id)::BIGINT AS net_so_far,
  s.projects,
  sum(s.projects) OVER (ORDER BY s.academic_year_id)::BIGINT AS projects_so_far,
  s.agreements,
  coalesce(y.incomplete, false) AS incomplete,
  y.incomplete_reason,
  y.not_reporting,
  y.gone_share,
  s.evidence,
  s.source_ids
FROM summed AS s
LEFT JOIN years_told('mobility', $lang) AS y USING (academic_year_id)
WHERE EXISTS (SELECT * FROM every)
ORDER BY s.academic_year_id;
