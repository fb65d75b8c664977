/*
title: {en: Partners by country or region, zh-Hant: 按國家或地區劃分的夥伴, zh-Hans: 按国家或地区划分的伙伴}
definition:
  en: Institutions and organisations with a project, an agreement or students on exchange, by the place they are in.
  zh-Hant: 與大學有合作項目、協議或交流學生的院校及機構數目，按所在地劃分。
  zh-Hans: 与大学有合作项目、协议或交流学生的院校及机构数目，按所在地划分。
formula: count of distinct partners
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
*/
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  count(DISTINCT r.institution_id)::BIGINT AS partners,
  p.lng,
  p.lat,
  p.small,
  max(r.evidence) AS evidence,
  string_agg(DISTINCT r.source_id, '|') AS source_ids
FROM related_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS r
JOIN places AS p ON p.code = r.country_code
JOIN regions AS g ON g.code = p.region
WHERE p."grouping" <> 'home'
GROUP BY ALL
ORDER BY partners DESC, p.code;
