/*
title: {en: Projects by country or region, zh-Hant: 按國家或地區劃分的項目, zh-Hans: 按国家或地区划分的项目}
definition:
  en: Collaborative projects by the place of the partner, and how many partners they are with.
  zh-Hant: 按夥伴所在地劃分的合作項目數目，以及所涉夥伴數目。
  zh-Hans: 按伙伴所在地划分的合作项目数目，以及所涉伙伴数目。
formula: count of projects; share = projects ÷ all projects that the filters let through
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {country_code: country_code}
    measures: [projects, project_share]
  - table: projects
    over: [project_share]
  - table: projects
    by: {country_code: country_code}
    distinct: institution_id
    measures: [partners]
*/
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  sum(c.projects)::BIGINT AS projects,
  sum(c.projects)::DOUBLE / sum(sum(c.projects)) OVER () AS project_share,
  count(DISTINCT c.institution_id)::BIGINT AS partners,
  p.lng,
  p.lat,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM project_partner_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS c
JOIN places AS p ON p.code = c.country_code
JOIN regions AS g ON g.code = p.region
GROUP BY p.code, place, p.region, region_name, p.lng, p.lat
ORDER BY p.code = 'ZZ', projects DESC, p.code;
