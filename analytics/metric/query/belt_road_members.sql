/*
title: {en: Named members of the New Silk Road alliance, zh-Hant: 新絲綢之路大學聯盟的已知成員, zh-Hans: 新丝绸之路大学联盟的已知成员}
definition:
  en: Institutions that a public page names as members or observers of the Universities Alliance of the New Silk Road, with the city they are in.
  zh-Hant: 公開網頁具名列為新絲綢之路大學聯盟成員或觀察員的院校及其所在城市。
  zh-Hans: 公开网页具名列为新丝绸之路大学联盟成员或观察员的院校及其所在城市。
formula: one row a named member
unit: {en: members, zh-Hant: 名成員, zh-Hans: 名成员}
source: Public pages of the alliance and its members
*/
SELECT
  i.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  i.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  i.city,
  said($lang, r.name, r.name_zh_hant, r.name_zh_hans) AS role_name,
  coalesce(m.role = 'founder', false) AS founder,
  count(*) OVER (PARTITION BY i.country_code)::BIGINT AS members,
  i.lng,
  i.lat,
  m.evidence,
  m.source_id AS source_ids
FROM memberships AS m
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
LEFT JOIN labels AS r ON r.dimension = 'role' AND r.id = m.role
WHERE m.alliance_id = 'uansr' AND m."left" IS NULL AND keeps($place, i.country_code) AND keeps($region, p.region)
ORDER BY members DESC, i.country_code, r.position, i.lng, i.institution_id;
