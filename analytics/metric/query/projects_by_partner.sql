/*
title: {en: 'Projects by region, place and partner', zh-Hant: 按地區、所在地及夥伴劃分的項目, zh-Hans: 按地区、所在地及伙伴划分的项目}
definition:
  en: Collaborative projects of every partner, with its region and its country or region; on the Chinese mainland, its provincial-level division.
  zh-Hant: 各夥伴的合作項目數目，連同其所屬地區及所在國家或地區；中國內地則為省級行政區。
  zh-Hans: 各伙伴的合作项目数目，连同其所属地区及所在国家或地区；中国内地则为省级行政区。
formula: count of projects
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {area: area, institution_id: institution_id}
    measures: [projects]
  - table: projects
    by: {region: region}
    measures: [region_projects, region_share]
  - table: projects
    over: [region_share]
  - table: projects
    by: {region: region, area: area}
    measures: [area_projects]
*/
WITH counted AS (
  SELECT
    institution_id, country_code, region,
    CASE WHEN country_code = 'CN' THEN subdivision_code END AS province_code,
    sum(projects)::BIGINT AS projects,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM project_partner_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  GROUP BY ALL
)
SELECT
  c.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  c.country_code,
  coalesce(c.province_code, c.country_code) AS area,
  said($lang, coalesce(s.name, p.name), coalesce(s.name_zh_hant, p.name_zh_hant), coalesce(s.name_zh_hans, p.name_zh_hans)) AS area_name,
  c.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  c.projects,
  sum(c.projects) OVER (PARTITION BY c.region)::BIGINT AS region_projects,
  sum(c.projects) OVER (PARTITION BY c.region)::DOUBLE / sum(c.projects) OVER () AS region_share,
  sum(c.projects) OVER (PARTITION BY c.region, area)::BIGINT AS area_projects,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = c.country_code
JOIN regions AS g ON g.code = c.region
LEFT JOIN subdivisions AS s ON s.code = c.province_code
ORDER BY region_projects DESC, g.position, area_projects DESC, area, c.projects DESC, c.institution_id;
