/*
title: {en: Projects by faculty and region, zh-Hant: 按學院及地區劃分的項目, zh-Hans: 按学院及地区划分的项目}
definition:
  en: Collaborative projects by the faculty or school that runs them and the region of the partner.
  zh-Hant: 按負責學院及夥伴所在地區劃分的合作項目數目。
  zh-Hans: 按负责学院及伙伴所在地区划分的合作项目数目。
formula: count of projects
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {faculty: faculty, region: region}
    measures: [projects]
  - table: projects
    by: {faculty: faculty}
    measures: [faculty_projects]
  - table: projects
    by: {region: region}
    measures: [region_projects]
*/
SELECT
  p.faculty,
  said($lang, coalesce(f.name, l.name), coalesce(f.name_zh_hant, f.name, l.name_zh_hant), coalesce(f.name_zh_hans, f.name, l.name_zh_hans))
    AS faculty_name,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  sum(p.projects)::BIGINT AS projects,
  sum(sum(p.projects)) OVER (PARTITION BY p.faculty)::BIGINT AS faculty_projects,
  sum(sum(p.projects)) OVER (PARTITION BY p.region)::BIGINT AS region_projects,
  max(p.evidence) AS evidence,
  string_agg(DISTINCT p.source_id, '|') AS source_ids
FROM project_faculty_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS p
JOIN regions AS g ON g.code = p.region
JOIN labels AS l ON l.dimension = 'unstated' AND l.id = 'faculty'
LEFT JOIN faculties AS f ON f.faculty_id = p.faculty
GROUP BY p.faculty, faculty_name, p.region, region_name, g.position
ORDER BY faculty_projects DESC, p.faculty, g.position;
