/*
title: {en: Mainland partners over time, zh-Hant: 內地夥伴的增長, zh-Hans: 内地伙伴的增长}
definition:
  en: >-
    Partners on the Chinese mainland by the academic year of their first project or agreement, added up from the
    earliest year on. A partner with no project or agreement of known start is in no year, and a partner stays counted after its last project ends.
  zh-Hant: 中國內地夥伴自首個項目或協議所屬學年起累計的數目。項目及協議均無開始日期的夥伴不計入；項目完結後，夥伴仍計算在內。
  zh-Hans: 中国内地伙伴自首个项目或协议所属学年起累计的数目。项目及协议均无开始日期的伙伴不计入；项目结束后，伙伴仍计算在内。
formula: running count of distinct partners by first academic year
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: ties
    where: >-
      tie <> 'mobility' AND country_code = 'CN'
    until: {academic_year_id: first_year}
    needs: [first_year]
    distinct: institution_id
    measures: [partners]
    filters: {from: [], to: [], place: [], region: []}
  - table: ties
    where: >-
      tie <> 'mobility' AND country_code = 'CN'
    by: {academic_year_id: first_year}
    needs: [first_year]
    distinct: institution_id
    shows: [new_partners]
    filters: {from: [], to: [], place: [], region: []}
*/
WITH dated AS (
  SELECT institution_id, academic_year_id, evidence, source_id
  FROM project_year_slice(NULL, NULL, ['CN'], NULL, $type, $faculty, $evidence)
  UNION ALL
  SELECT institution_id, academic_year(coalesce(start_date, signing_date)), evidence, source_id
  FROM agreement_slice(['CN'], NULL, $evidence)
  WHERE keeps($type, NULL) AND keeps($faculty, NULL)
),
begun AS (
  SELECT
    institution_id,
    min(academic_year_id) AS academic_year_id,
    arg_min(evidence, (academic_year_id, evidence)) AS evidence,
    arg_min(source_id, (academic_year_id, source_id)) AS source_id
  FROM dated
  WHERE academic_year_id IS NOT NULL
  GROUP BY institution_id
),
undated AS (
  SELECT count(DISTINCT institution_id) AS undated_partners
  FROM related_slice(NULL, NULL, ['CN'], NULL, $type, $faculty, $evidence)
  WHERE institution_id NOT IN (SELECT institution_id FROM begun)
),
years AS (
  SELECT DISTINCT academic_year_id FROM cube_project_place WHERE academic_year_id IS NOT NULL
  UNION
  SELECT DISTINCT academic_year_id FROM cube_mobility_place
)
SELECT
  y.academic_year_id,
  count(*) FILTER (b.academic_year_id = y.academic_year_id)::BIGINT AS new_partners,
  count(*)::BIGINT AS partners,
  any_value(n.undated_partners)::BIGINT AS undated_partners,
  max(b.evidence) AS evidence,
  string_agg(DISTINCT b.source_id, '|') AS source_ids
FROM years AS y
JOIN begun AS b ON b.academic_year_id <= y.academic_year_id
CROSS JOIN undated AS n
WHERE within_years($from, $to, y.academic_year_id)
GROUP BY y.academic_year_id
ORDER BY y.academic_year_id;
