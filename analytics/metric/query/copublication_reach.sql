/*
title: {en: Reach of the joint works, zh-Hant: 合著作品的覆蓋範圍, zh-Hans: 合著作品的覆盖范围}
definition:
  en: Joint works summed over pairs, the places that wrote them and the pairs of places, for every year that is whole.
  zh-Hant: 每個資料齊全的年份的合著作品（按組合加總）、參與地方數目及組合數目。
  zh-Hans: 每个资料齐全的年份的合著作品（按组合加总）、参与地方数目及组合数目。
formula: Σ works over pairs; count of distinct places and pairs
unit: {en: works by pair, zh-Hant: 篇次, zh-Hans: 篇次}
source: OpenAlex, authorships by country
facts:
  - table: copublications
    where: >-
      works > 0
    by: {academic_year_id: academic_year_id}
    sum: works
    measures: [works]
    shows: [places]
  - table: copublications
    where: >-
      works > 0 AND place_a <> 'ZZ' AND place_b <> 'ZZ'
    by: {academic_year_id: academic_year_id}
    distinct: pair
    measures: [pairs]
*/
WITH slice AS (
  SELECT c.* FROM copublication_slice($from, $to, $place, $region, $evidence) AS c
  JOIN year_coverage AS y ON y.fact = 'copublication' AND y.academic_year_id = c.academic_year_id
  WHERE NOT y.incomplete AND c.works > 0
),
places_of AS (
  SELECT academic_year_id, count(DISTINCT here) AS places
  FROM (SELECT academic_year_id, unnest([place_a, place_b]) AS here FROM slice)
  WHERE here <> 'ZZ'
  GROUP BY academic_year_id
)
SELECT
  s.academic_year_id,
  sum(s.works) AS works,
  any_value(p.places)::BIGINT AS places,
  count(DISTINCT (s.place_a, s.place_b)) FILTER (s.place_a <> 'ZZ' AND s.place_b <> 'ZZ')::BIGINT AS pairs,
  max(s.evidence) AS evidence,
  string_agg(DISTINCT s.source_id, '|') AS source_ids
FROM slice AS s
JOIN places_of AS p USING (academic_year_id)
GROUP BY s.academic_year_id
ORDER BY s.academic_year_id;
