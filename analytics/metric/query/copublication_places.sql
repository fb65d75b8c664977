/*
title: {en: Joint works by country or region, zh-Hant: 按國家或地區劃分的合著作品, zh-Hans: 按国家或地区划分的合著作品}
definition:
  en: Works that authors in each country or region wrote with authors in others over the years chosen, and with how many others. With places or regions chosen, the works that each wrote with these, so that the partners of a place are listed. A work counts once for every pair.
  zh-Hant: 所選年份內各國家或地區作者與其他地方作者合著的作品及合作地方數目。選定地方或地區時，列出與之合著的地方，即其合作夥伴。每個組合各計一次。
  zh-Hans: 所选年份内各国家或地区作者与其他地方作者合著的作品及合作地方数目。选定地方或地区时，列出与之合著的地方，即其合作伙伴。每个组合各计一次。
formula: Σ works over the pairs of each place; count of distinct other ends
unit: {en: works by pair, zh-Hant: 篇次, zh-Hans: 篇次}
source: OpenAlex, authorships by country
facts:
  - table: copublications
    where: >-
      works > 0
    by: {country_code: place_a}
    sum: works
    measures: [works]
    shows: [partner_places]
    filters: {place: [place_b], region: [region_b]}
  - table: copublications
    where: >-
      works > 0
    by: {country_code: place_b}
    sum: works
    measures: [works]
    shows: [partner_places]
    filters: {place: [place_a], region: [region_a]}
*/
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  sum(e.works) AS works,
  count(DISTINCT nullif(e.there, 'ZZ'))::BIGINT AS partner_places,
  p.lng,
  p.lat,
  p.small,
  incomplete_years('copublication', $from, $to) AS incomplete_years,
  max(e.evidence) AS evidence,
  string_agg(DISTINCT e.source_id, '|') AS source_ids
FROM copublication_ends($from, $to, $place, $region, $evidence) AS e
JOIN places AS p ON p.code = e.here
JOIN regions AS g ON g.code = p.region
WHERE e.works > 0
GROUP BY ALL
ORDER BY bool_or(p.code = 'ZZ'), sum(e.works) DESC, country_code;
