/*
title: {en: Projects started by year and type, zh-Hant: 按開展學年及類別劃分的項目, zh-Hans: 按开展学年及类别划分的项目}
definition:
  en: Collaborative projects by the academic year they started in and by type. A project without a start date is in no year.
  zh-Hant: 按開展學年及類別劃分的合作項目數目；沒有開始日期的項目不計入任何學年。
  zh-Hans: 按开展学年及类别划分的合作项目数目；没有开始日期的项目不计入任何学年。
formula: count of projects
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {academic_year_id: academic_year_id, project_type: project_type}
    needs: [academic_year_id]
    measures: [projects]
  - table: projects
    by: {academic_year_id: academic_year_id}
    needs: [academic_year_id]
    measures: [year_projects]
*/
SELECT
  p.academic_year_id,
  p.project_type,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS type_name,
  sum(p.projects)::BIGINT AS projects,
  sum(sum(p.projects)) OVER (PARTITION BY p.academic_year_id)::BIGINT AS year_projects,
  coalesce(any_value(y.incomplete), any_value(d.as_of) < year_end(p.academic_year_id)) AS incomplete,
  max(p.evidence) AS evidence,
  string_agg(DISTINCT p.source_id, '|') AS source_ids
FROM project_place_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS p
JOIN labels AS l ON l.dimension = 'type' AND l.id = p.project_type::VARCHAR
CROSS JOIN dataset AS d
LEFT JOIN stated_years AS y ON y.academic_year_id = p.academic_year_id
WHERE p.academic_year_id IS NOT NULL
GROUP BY p.academic_year_id, p.project_type, type_name, l.position
ORDER BY p.academic_year_id, l.position;
