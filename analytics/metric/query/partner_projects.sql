/*
title: {en: Projects by type, zh-Hant: 按類別劃分的項目, zh-Hans: 按类别划分的项目}
definition:
  en: Collaborative projects of each type, all years together, with or without a start date.
  zh-Hant: 各類合作項目的數目，不分年份，包括沒有開始日期者。
  zh-Hans: 各类合作项目的数目，不分年份，包括没有开始日期者。
formula: count of projects
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {project_type: project_type}
    measures: [projects]
*/
SELECT
  c.project_type,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS type_name,
  sum(c.projects)::BIGINT AS projects,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM project_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS c
JOIN labels AS l ON l.dimension = 'type' AND l.id = c.project_type::VARCHAR
WHERE keeps($partner, c.institution_id)
GROUP BY c.project_type, type_name, l.position
ORDER BY projects DESC, l.position;
