/*
title: {en: Size of the directory, zh-Hant: 名錄規模, zh-Hans: 名录规模}
definition:
  en: Institutions listed, and the countries and regions they are in. For a data set without a home institution.
  zh-Hant: 列出的院校數目及其所在的國家及地區數目。適用於不以單一院校為中心的數據集。
  zh-Hans: 列出的院校数目及其所在的国家及地区数目。适用于不以单一院校为中心的数据集。
formula: count of institutions; count of distinct places
unit: {en: institutions, zh-Hant: 所, zh-Hans: 所}
source: Own definition
facts:
  - table: institutions
    where: >-
      (SELECT home_place FROM dataset) IS NULL
    measures: [institutions]
  - table: institutions
    where: >-
      (SELECT home_place FROM dataset) IS NULL AND country_code <> 'ZZ'
    distinct: country_code
    measures: [places]
*/
SELECT
  count(*)::BIGINT AS institutions,
  count(DISTINCT nullif(p.code, 'ZZ'))::BIGINT AS places,
  max(i.evidence) AS evidence,
  string_agg(DISTINCT i.source_id, '|') AS source_ids
FROM institutions AS i
JOIN places AS p ON p.code = i.country_code
WHERE (SELECT home_place FROM dataset) IS NULL
  AND keeps($place, p.code) AND keeps($region, p.region) AND keeps($evidence, i.evidence)
HAVING count(*) > 0;
