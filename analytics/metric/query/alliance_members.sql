/*
title: {en: Named members of the alliances, zh-Hant: 各聯盟的已知成員, zh-Hans: 各联盟的已知成员}
definition:
  en: Every institution that a public page names as a member or observer of an alliance, with the number of the alliances it is named in. Implied means that the page shows it without saying so.
  zh-Hant: 公開網頁具名列為聯盟成員或觀察員的院校，以及其所屬聯盟數目。「推斷」指網頁有所顯示但未明言。
  zh-Hans: 公开网页具名列为联盟成员或观察员的院校，以及其所属联盟数目。“推断”指网页有所显示但未明言。
formula: one row a membership
unit: {en: members, zh-Hant: 名成員, zh-Hans: 名成员}
source: Public pages of the alliances and their members
facts:
  - table: memberships
    where: >-
      "left" IS NULL
    by: {alliance_id: alliance_id, institution_id: institution_id}
    shows: [position]
  - table: memberships
    where: >-
      "left" IS NULL
    by: {institution_id: institution_id}
    measures: [alliances]
*/
WITH ordered AS (
  SELECT *, (row_number() OVER (ORDER BY founded, alliance_id) - 1)::BIGINT AS position FROM alliances
)
SELECT
  m.alliance_id,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  a.position,
  i.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  i.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, r.name, r.name_zh_hant, r.name_zh_hans) AS role_name,
  said($lang, c.name, c.name_zh_hant, c.name_zh_hans) AS confidence_name,
  m.confidence = 'implied' AS implied,
  count(*) OVER (PARTITION BY m.institution_id)::BIGINT AS alliances,
  i.institution_id = (SELECT home_institution FROM dataset) AS home,
  m.evidence,
  m.source_id AS source_ids
FROM memberships AS m
JOIN ordered AS a USING (alliance_id)
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
LEFT JOIN labels AS r ON r.dimension = 'role' AND r.id = m.role
LEFT JOIN labels AS c ON c.dimension = 'confidence' AND c.id = m.confidence::VARCHAR
WHERE m."left" IS NULL AND keeps($place, i.country_code) AND keeps($region, p.region) AND keeps($evidence, m.evidence)
ORDER BY a.position, i.country_code, i.institution_id;
