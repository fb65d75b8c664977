/*
title: {en: Alliances and establishments, zh-Hant: 聯盟及據點, zh-Hans: 联盟及据点}
definition:
  en: Alliances the university is a member of, and its establishments away from home.
  zh-Hant: 大學參與的聯盟數目，以及其在外地的據點數目。
  zh-Hans: 大学参与的联盟数目，以及其在外地的据点数目。
formula: count of alliances with the home institution as a member; count of establishments
unit: {en: alliances, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: memberships
    where: >-
      home
    distinct: alliance_id
    measures: [alliances]
  - table: establishments
    measures: [establishments]
*/
WITH facts AS (
  SELECT 'alliance' AS what, m.alliance_id AS id, m.evidence, m.source_id
  FROM memberships AS m JOIN dataset AS d ON m.institution_id = d.home_institution
  UNION ALL
  SELECT 'establishment', establishment_id, evidence, source_id FROM establishments
)
SELECT
  nullif(count(DISTINCT id) FILTER (what = 'alliance'), 0)::BIGINT AS alliances,
  nullif(count(DISTINCT id) FILTER (what = 'establishment'), 0)::BIGINT AS establishments,
  max(evidence) AS evidence,
  string_agg(DISTINCT source_id, '|') AS source_ids
FROM facts
WHERE keeps($evidence, evidence)
HAVING count(*) > 0;
