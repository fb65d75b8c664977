/*
title: {en: Named alliance members by country or region, zh-Hant: 按國家或地區劃分的已知聯盟成員, zh-Hans: 按国家或地区划分的已知联盟成员}
definition:
  en: Members of the alliances that a public page names, by the place they are in. Observers are not counted. Beside them, for each alliance, the member count that a source states nearest to the data set's day, with its qualifier; members whom nobody names are not placed.
  zh-Hant: 公開網頁具名列出的聯盟成員，按所在地劃分，不計觀察員。同時列出資料來源所述、最接近資料集日期的聯盟成員總數及其限定語；未具名的成員不計入任何地方。
  zh-Hans: 公开网页具名列出的联盟成员，按所在地划分，不计观察员。同时列出资料来源所述、最接近数据集日期的联盟成员总数及其限定语；未具名的成员不计入任何地方。
formula: count of named members; the stated count is not summed
unit: {en: members, zh-Hant: 名成員, zh-Hans: 名成员}
source: Public pages of the alliances and their members
facts:
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer'
    by: {alliance_id: alliance_id, country_code: country_code}
    measures: [members]
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer'
    by: {alliance_id: alliance_id}
    measures: [named]
  - table: figures
    where: >-
      preference = 1 AND as_of IS NOT NULL
    by: {alliance_id: alliance_id}
    needs: [alliance_id]
    sum: value
    measures: [stated]
*/
WITH ordered AS (
  SELECT *, (row_number() OVER (ORDER BY founded, alliance_id) - 1)::BIGINT AS position FROM alliances
), named AS (
  SELECT
    m.alliance_id, m.evidence, m.source_id, i.country_code,
    count(*) OVER (PARTITION BY m.alliance_id) AS named, count(*) OVER (PARTITION BY i.country_code) AS in_place
  FROM memberships AS m
  JOIN institutions AS i USING (institution_id)
  WHERE m."left" IS NULL AND m.role IS DISTINCT FROM 'observer' AND keeps($evidence, m.evidence)
)
SELECT
  a.alliance_id,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  a.position,
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  count(*)::BIGINT AS members,
  any_value(n.named)::BIGINT AS named,
  any_value(s.value)::BIGINT AS stated,
  any_value(s.qualifier) AS qualifier,
  max(n.evidence) AS evidence,
  string_agg(DISTINCT n.source_id, '|') AS source_ids
FROM named AS n
JOIN ordered AS a USING (alliance_id)
JOIN places AS p ON p.code = n.country_code
LEFT JOIN stated_figures AS s ON s.metric_id = a.alliance_id || '_members' AND s.preference = 1 AND s.as_of IS NOT NULL
  AND keeps($evidence, s.evidence)
GROUP BY ALL
ORDER BY bool_or(p.code = 'ZZ'), any_value(n.in_place) DESC, country_code, a.position;
