/*
title: {en: Reach of the flows, zh-Hant: 流動的覆蓋範圍, zh-Hans: 流动的覆盖范围}
definition:
  en: People who moved, the places they left and went to, and the directed pairs of places between which they moved, for every year that is whole.
  zh-Hant: 每個資料齊全的年份的流動人數、來源地及目的地數目，以及有人流動的有向組合數目。
  zh-Hans: 每个资料齐全的年份的流动人数、来源地及目的地数目，以及有人流动的有向组合数目。
formula: Σ participants; count of distinct origins, destinations and pairs
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, internationally mobile students
facts:
  - table: flows
    where: >-
      participants > 0
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [moved]
  - table: flows
    where: >-
      participants > 0 AND origin <> 'ZZ'
    by: {academic_year_id: academic_year_id}
    distinct: origin
    measures: [origins]
  - table: flows
    where: >-
      participants > 0 AND destination <> 'ZZ'
    by: {academic_year_id: academic_year_id}
    distinct: destination
    measures: [destinations]
  - table: flows
    where: >-
      participants > 0 AND origin <> 'ZZ' AND destination <> 'ZZ'
    by: {academic_year_id: academic_year_id}
    distinct: pair
    measures: [pairs]
*/
SELECT
  f.academic_year_id,
  sum(f.participants) AS moved,
  count(DISTINCT nullif(f.origin, 'ZZ'))::BIGINT AS origins,
  count(DISTINCT nullif(f.destination, 'ZZ'))::BIGINT AS destinations,
  count(DISTINCT (f.origin, f.destination)) FILTER (f.origin <> 'ZZ' AND f.destination <> 'ZZ')::BIGINT AS pairs,
  max(f.evidence) AS evidence,
  string_agg(DISTINCT f.source_id, '|') AS source_ids
FROM flow_slice($from, $to, $place, $region, $evidence) AS f
JOIN year_coverage AS y ON y.fact = 'flow' AND y.academic_year_id = f.academic_year_id
WHERE NOT y.incomplete AND f.participants > 0
GROUP BY f.academic_year_id
ORDER BY f.academic_year_id;
