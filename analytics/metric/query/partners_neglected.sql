/*
title: {en: Partners once active and silent since, zh-Hant: 曾有往來而沉寂至今的夥伴, zh-Hans: 曾有往来而沉寂至今的伙伴}
definition:
  en: >-
    Partners that once had projects or people on the move with the university and have had neither for three whole years or
    more, with an agreement or without. They are ranked by what they once were: their share of all exchange students plus
    their share of all projects, over all years.
  zh-Hant: 曾與大學有項目或人員往來，而已有三整年或以上兩者皆無的夥伴，不論有否協議。按往日分量排列：佔歷年全部交流學生的比例加佔歷年全部項目的比例。
  zh-Hans: 曾与大学有项目或人员往来，而已有三整年或以上两者皆无的伙伴，不论有否协议。按往日分量排列：占历年全部交流学生的比例加占历年全部项目的比例。
formula: rank by students ÷ Σ students + projects ÷ Σ projects, where whole years since the last active year ≥ 3
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: mobility
    where: kind = 'student-studies'
    by: {institution_id: institution_id}
    sum: participants
    measures: [exchanged]
    shows: [quiet_years, active_years]
    filters: {direction: [], faculty: [], from: [], to: []}
  - table: projects
    where: start_date <= (SELECT as_of FROM dataset)
    by: {institution_id: institution_id}
    measures: [projects]
    shows: [quiet_years, active_years]
    filters: {type: [], faculty: [], from: [], to: []}
  - table: agreements
    where: runs(status)
    by: {institution_id: institution_id}
    measures: [agreements]
    filters: {from: [], to: []}
*/
WITH everyone AS (
  SELECT *, students / nullif(sum(students) OVER (), 0) AS of_students, projects / nullif(sum(projects) OVER (), 0) AS of_projects
  FROM partner_activity($evidence)
),
here AS (
  SELECT v.*, i.country_code, said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution, i.name,
    said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place, count(*) OVER () AS ever_active, academic_year(d.as_of) AS this_year
  FROM everyone AS v
  JOIN institutions AS i USING (institution_id)
  JOIN places AS p ON p.code = i.country_code
  CROSS JOIN dataset AS d
  WHERE i.institution_id IS DISTINCT FROM d.home_institution
    AND keeps($place, p.code) AND keeps($region, p.region) AND keeps($partner, i.institution_id)
),
agreed AS (
  SELECT institution_id, count(*) AS agreements FROM agreement_slice($place, $region, $evidence) WHERE runs(status) GROUP BY institution_id
)
SELECT
  h.institution_id,
  h.institution,
  h.country_code,
  h.place,
  h.students AS exchanged,
  h.projects,
  h.first_active AS first_year,
  h.last_active AS last_year,
  h.active_years,
  h.quiet_years,
  coalesce(a.agreements, 0)::BIGINT AS agreements,
  h.ever_active,
  h.this_year,
  h.evidence,
  h.source_ids
FROM here AS h
LEFT JOIN agreed AS a USING (institution_id)
WHERE h.quiet_years >= dormant_years()
ORDER BY coalesce(h.of_students, 0) + coalesce(h.of_projects, 0) DESC, h.quiet_years DESC, h.name, h.institution_id;
