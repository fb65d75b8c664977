/*
title: {en: Named members of the alliance that reaches farthest, zh-Hant: 覆蓋最廣的聯盟的已知成員, zh-Hans: 覆盖最广的联盟的已知成员}
definition:
  en: >-
    Institutions that a public page names as members or observers of one alliance, with the city they are in: of the
    alliance whose named members are in the most countries and regions of Europe, Asia and Africa, which the map shows.
    Of alliances that are level, the one with more named members, then the older one.
  zh-Hant: 公開網頁具名列為某聯盟成員或觀察員的院校及其所在城市。所選聯盟為在地圖所示的歐、亞、非三洲之中，已知成員遍及最多國家及地區者；相同者取已知成員較多者，再相同者取較早成立者。
  zh-Hans: 公开网页具名列为某联盟成员或观察员的院校及其所在城市。所选联盟为在地图所示的欧、亚、非三洲之中，已知成员遍及最多国家及地区者；相同者取已知成员较多者，再相同者取较早成立者。
formula: one row a named member
unit: {en: members, zh-Hant: 名成員, zh-Hans: 名成员}
source: Public pages of the alliances and their members
facts:
  - table: memberships
    where: >-
      "left" IS NULL
    by: {alliance_id: alliance_id, country_code: country_code}
    measures: [members]
  - table: memberships
    where: >-
      "left" IS NULL
    by: {alliance_id: alliance_id, institution_id: institution_id}
    shows: [founder]
*/
WITH current AS (
  SELECT m.*, i.country_code, coalesce(i.lng, p.lng) AS lng, coalesce(i.lat, p.lat) AS lat
  FROM memberships AS m
  JOIN institutions AS i USING (institution_id)
  JOIN places AS p ON p.code = i.country_code
  WHERE m."left" IS NULL AND keeps($evidence, m.evidence)
), chosen AS (
  SELECT a.*
  FROM alliances AS a
  JOIN current AS c USING (alliance_id)
  GROUP BY ALL
  ORDER BY
    count(DISTINCT c.country_code) FILTER (c.lng BETWEEN -20 AND 150 AND c.lat > -10 AND c.country_code <> 'ZZ') DESC,
    count(*) DESC, a.founded NULLS LAST, a.alliance_id
  LIMIT 1
)
SELECT
  a.alliance_id,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  said($lang, a.name, a.name_zh_hant, a.name_zh_hans) AS alliance_name,
  i.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  i.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  i.city,
  said($lang, r.name, r.name_zh_hant, r.name_zh_hans) AS role_name,
  coalesce(m.role = 'founder', false) AS founder,
  count(*) OVER (PARTITION BY i.country_code)::BIGINT AS members,
  m.lng,
  m.lat,
  m.evidence,
  m.source_id AS source_ids
FROM current AS m
JOIN chosen AS a USING (alliance_id)
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
LEFT JOIN labels AS r ON r.dimension = 'role' AND r.id = m.role
WHERE keeps($place, i.country_code) AND keeps($region, p.region)
ORDER BY i.country_code = 'ZZ', members DESC, i.country_code, r.position, m.lng, i.institution_id;
