/*
title: {en: Projects by type and region, zh-Hant: 按類別及地區劃分的項目, zh-Hans: 按类别及地区划分的项目}
definition:
  en: Collaborative projects by type and by the region of the partner. A type and region without a project have no row.
  zh-Hant: 按類別及夥伴所在地區劃分的合作項目數目；沒有項目的組合不列出。
  zh-Hans: 按类别及伙伴所在地区划分的合作项目数目；没有项目的组合不列出。
formula: count of projects; share = projects ÷ all projects that the filters let through
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {project_type: project_type, region: region}
    measures: [projects, project_share]
  - table: projects
    over: [project_share]
*/
SELECT
  p.project_type,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS type_name,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  sum(p.projects)::BIGINT AS projects,
  sum(p.projects)::DOUBLE / sum(sum(p.projects)) OVER () AS project_share,
  max(p.evidence) AS evidence,
  string_agg(DISTINCT p.source_id, '|') AS source_ids
FROM project_place_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS p
JOIN labels AS l ON l.dimension = 'type' AND l.id = p.project_type::VARCHAR
JOIN regions AS g ON g.code = p.region
GROUP BY p.project_type, type_name, p.region, region_name, l.position, g.position
ORDER BY g.position, l.position;
