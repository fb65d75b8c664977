/*
title: {en: Targets and what was reached, zh-Hant: 目標達成情況, zh-Hans: 目标达成情况}
definition:
  en: >-
    Every target of the data set beside what was reached in the same academic year and unit, counted from the rows; of the whole
    institution, or of the region or place the target is for. Projects and mainland partners are counted up to and in the year. Targets of
    years that have no rows yet stand without what was reached. With a place or region chosen, its own targets are shown.
  zh-Hant: 數據集的每項目標及同一學年、同一單位的實際數字，由數據列計算得出；可屬全校，或目標所指的地區或地方。項目及內地夥伴累計至該學年。尚無數據的學年只列目標。選定地方或地區時，列出其本身的目標。
  zh-Hans: 数据集的每项目标及同一学年、同一单位的实际数字，由数据行计算得出；可属全校，或目标所指的地区或地方。项目及内地伙伴累计至该学年。尚无数据的学年只列目标。选定地方或地区时，列出其本身的目标。
formula: attainment = actual ÷ target, same year, unit and region
unit: {en: '% of target', zh-Hant: 佔目標 %, zh-Hans: 占目标 %}
source: Own definition
facts:
  - table: targets
    where: metric_id <> 'regional_coverage'
    by: {target_metric: metric_id, academic_year_id: academic_year_id, region: region, country_code: country_code}
    sum: value
    measures: [aim]
    over: [attainment]
    filters: {place: [country_code], region: [region], direction: []}
  - table: mobility
    when: {target_metric: [exchange_out, exchange_out_overseas, exchange_out_mainland_taiwan, exchange_in, exchange_in_overseas, exchange_in_mainland_taiwan]}
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    row: >-
      $row_target_metric IN (
        'exchange_' || replace(direction::VARCHAR, 'bound', ''), 'exchange_' || replace(direction::VARCHAR, 'bound', '') || '_' || "grouping"
      )
    by: {academic_year_id: academic_year_id, region: region?, country_code: country_code?}
    sum: participants
    measures: [actual_people, attainment]
    filters: {place: [], region: [], direction: [], faculty: []}
  - table: mobility
    when: {target_metric: [exchange_partners]}
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND "grouping" = 'overseas' AND participants > 0
    by: {academic_year_id: academic_year_id, region: region?, country_code: country_code?}
    needs: [institution_id]
    distinct: institution_id
    measures: [actual_count, attainment]
    filters: {place: [], region: [], direction: [], faculty: []}
  - table: mobility
    when: {target_metric: [exchange_partner_places]}
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND "grouping" = 'overseas' AND participants > 0 AND country_code <> 'ZZ'
    by: {academic_year_id: academic_year_id, region: region?, country_code: country_code?}
    distinct: country_code
    measures: [actual_count, attainment]
    filters: {place: [], region: [], direction: [], faculty: []}
  - table: projects
    when: {target_metric: [collaborative_projects]}
    by: {region: region?, country_code: country_code?}
    until: {academic_year_id: academic_year_id}
    needs: [academic_year_id, country_code]
    measures: [actual_count, attainment]
    filters: {from: [], to: [], place: [], region: [], type: [], faculty: []}
  - table: ties
    when: {target_metric: [mainland_partners]}
    where: >-
      tie <> 'mobility' AND country_code = 'CN'
    by: {region: region?, country_code: country_code?}
    until: {academic_year_id: first_year}
    needs: [first_year]
    distinct: institution_id
    measures: [actual_count, attainment]
    filters: {from: [], to: [], place: [], region: [], type: [], faculty: []}
*/
WITH aims AS (
  SELECT t.*, coalesce(t.region, p.region) AS within
  FROM targets AS t
  LEFT JOIN places AS p ON p.code = t.country_code
  WHERE t.metric_id <> 'regional_coverage' AND within_years($from, $to, t.academic_year_id) AND keeps($evidence, t.evidence)
    AND keeps($place, t.country_code) AND keeps($region, coalesce(t.region, p.region))
), moved AS (
  SELECT academic_year_id, direction, "grouping", region, country_code, sum(participants) AS n, max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM place_slice($from, $to, NULL, NULL, NULL, NULL, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
  GROUP BY ALL
), begun AS (
  SELECT institution_id, any_value(region) AS region, any_value(country_code) AS country_code, min(academic_year_id) AS academic_year_id,
    arg_min(evidence, (academic_year_id, evidence)) AS evidence, arg_min(source_id, (academic_year_id, source_id)) AS source_id
  FROM (
    SELECT institution_id, region, country_code, academic_year_id, evidence, source_id
    FROM project_year_slice(NULL, NULL, ['CN'], NULL, NULL, NULL, $evidence)
    UNION ALL
    SELECT institution_id, region, country_code, academic_year(coalesce(start_date, signing_date)), evidence, source_id
    FROM agreement_slice(['CN'], NULL, $evidence)
  )
  WHERE academic_year_id IS NOT NULL
  GROUP BY institution_id
), happened AS (
  SELECT direction::VARCHAR AS what, "grouping", academic_year_id, academic_year_id AS until, region, country_code, NULL AS id, n, evidence, source_ids
  FROM moved
  UNION ALL
  SELECT 'partner', "grouping", academic_year_id, academic_year_id, region, country_code, institution_id, 1, max(evidence), string_agg(DISTINCT source_id, '|')
  FROM partner_slice($from, $to, NULL, NULL, NULL, ['outbound'], $evidence)
  WHERE kind = 'student-studies' AND participants > 0 AND EXISTS (FROM aims WHERE metric_id = 'exchange_partners')
  GROUP BY ALL
  UNION ALL
  SELECT 'project', "grouping", academic_year_id, NULL, region, country_code, NULL, sum(projects), max(evidence), string_agg(DISTINCT source_id, '|')
  FROM project_place_slice(NULL, NULL, NULL, NULL, NULL, NULL, $evidence)
  WHERE academic_year_id IS NOT NULL
  GROUP BY ALL
  UNION ALL
  SELECT 'mainland', NULL, academic_year_id, NULL, region, country_code, institution_id, 1, evidence, source_id FROM begun
), asked AS (
  SELECT
    *,
    CASE
      WHEN metric_id IN ('exchange_out', 'exchange_out_overseas', 'exchange_out_mainland_taiwan', 'exchange_partner_places') THEN 'outbound'
      WHEN metric_id IN ('exchange_in', 'exchange_in_overseas', 'exchange_in_mainland_taiwan') THEN 'inbound'
      WHEN metric_id = 'exchange_partners' THEN 'partner'
      WHEN metric_id = 'collaborative_projects' THEN 'project'
      WHEN metric_id = 'mainland_partners' THEN 'mainland'
    END AS what,
    CASE
      WHEN metric_id IN ('exchange_out_overseas', 'exchange_in_overseas', 'exchange_partners', 'exchange_partner_places') THEN 'overseas'
      WHEN metric_id IN ('exchange_out_mainland_taiwan', 'exchange_in_mainland_taiwan') THEN 'mainland_taiwan'
    END AS "grouping"
  FROM aims
), reached AS (
  SELECT
    a.metric_id, a.academic_year_id, a.region, a.country_code,
    CASE a.metric_id
      WHEN 'exchange_partners' THEN count(DISTINCT h.id)
      WHEN 'exchange_partner_places' THEN count(DISTINCT h.country_code) FILTER (h.country_code <> 'ZZ')
      ELSE sum(h.n)
    END AS n,
    max(h.evidence) AS evidence,
    string_agg(DISTINCT h.source_ids, '|') AS source_ids
  FROM asked AS a
  JOIN happened AS h ON h.what = a.what AND h.academic_year_id <= a.academic_year_id
    AND (h.until IS NULL OR h.until = a.academic_year_id)
    AND (a."grouping" IS NULL OR h."grouping" = a."grouping")
    AND (a.region IS NULL OR h.region = a.region) AND (a.country_code IS NULL OR h.country_code = a.country_code)
  GROUP BY a.metric_id, a.academic_year_id, a.region, a.country_code
), told AS (
  SELECT
    a.*,
    CASE WHEN EXISTS (FROM happened AS h WHERE h.what = a.what AND h.academic_year_id = a.academic_year_id) THEN coalesce(r.n, 0) END AS n,
    greatest(a.evidence, r.evidence) AS graded,
    concat_ws('|', a.source_id, r.source_ids) AS source_ids
  FROM asked AS a
  LEFT JOIN reached AS r ON r.metric_id = a.metric_id AND r.academic_year_id = a.academic_year_id
    AND r.region IS NOT DISTINCT FROM a.region AND r.country_code IS NOT DISTINCT FROM a.country_code
)
SELECT
  t.metric_id AS target_metric,
  coalesce(said($lang, l.name, l.name_zh_hant, l.name_zh_hans), t.metric_id) AS target_name,
  t.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  t.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  t.academic_year_id,
  CASE WHEN t.what IN ('outbound', 'inbound') AND t.metric_id <> 'exchange_partner_places' THEN t.n END::BIGINT AS actual_people,
  CASE WHEN t.what NOT IN ('outbound', 'inbound') OR t.metric_id = 'exchange_partner_places' THEN t.n END::BIGINT AS actual_count,
  t.value AS aim,
  t.n / nullif(t.value, 0) AS attainment,
  -- A target counts no people, but a percentage of fewer than 23 of them is withheld; else a base that no rule touches:
  -- what is shown is worked out of the rounded number, since the target beside it would give back the exact one.
  CASE
    WHEN t.what IN ('outbound', 'inbound') AND t.metric_id <> 'exchange_partner_places' AND t.value < 22.5 THEN 0
    ELSE 1e9
  END AS attainment_base,
  coalesce(y.incomplete, false) AS incomplete,
  t.graded AS evidence,
  t.source_ids
FROM told AS t
LEFT JOIN labels AS l ON l.dimension = 'target' AND l.id = t.metric_id
LEFT JOIN regions AS g ON g.code = t.region
LEFT JOIN places AS p ON p.code = t.country_code
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = t.academic_year_id
ORDER BY coalesce(l.position, 99), t.metric_id, t.region IS NOT NULL, g.position, t.country_code NULLS FIRST, t.academic_year_id;
