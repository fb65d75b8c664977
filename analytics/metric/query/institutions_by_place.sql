/*
title: {en: Institutions by country or region, zh-Hant: 按國家或地區劃分的院校, zh-Hans: 按国家或地区划分的院校}
definition:
  en: Institutions listed in each country or region, and the cities they are in. For a data set without a home institution; where there is one, its partners are told of instead.
  zh-Hant: 各國家或地區列出的院校數目及其所在城市數目。適用於不以單一院校為中心的數據集；有中心院校者，則列出其夥伴。
  zh-Hans: 各国家或地区列出的院校数目及其所在城市数目。适用于不以单一院校为中心的数据集；有中心院校者，则列出其伙伴。
formula: count of institutions; count of distinct cities
unit: {en: institutions, zh-Hant: 所, zh-Hans: 所}
source: Own definition
facts:
  - table: institutions
    where: >-
      (SELECT home_place FROM dataset) IS NULL
    by: {country_code: country_code}
    measures: [institutions]
  - table: institutions
    where: >-
      (SELECT home_place FROM dataset) IS NULL
    by: {country_code: country_code}
    needs: [city]
    distinct: city
    measures: [cities]
*/
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  count(*)::BIGINT AS institutions,
  count(DISTINCT i.city)::BIGINT AS cities,
  p.lng,
  p.lat,
  p.small,
  max(i.evidence) AS evidence,
  string_agg(DISTINCT i.source_id, '|') AS source_ids
FROM institutions AS i
JOIN places AS p ON p.code = i.country_code
JOIN regions AS g ON g.code = p.region
WHERE (SELECT home_place FROM dataset) IS NULL
  AND keeps($place, p.code) AND keeps($region, p.region) AND keeps($evidence, i.evidence)
GROUP BY ALL
ORDER BY bool_or(p.code = 'ZZ'), institutions DESC, country_code;
