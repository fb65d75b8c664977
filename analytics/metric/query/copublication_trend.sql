/*
title: {en: Joint works by year, zh-Hant: 各年合著作品, zh-Hans: 各年合著作品}
definition:
  en: Works with authors in two places, summed over pairs of places, by year; with a place or region chosen, over the pairs that have it as an end. A work with authors in three places counts in three pairs, so that the sum is larger than the number of works.
  zh-Hant: 每年由兩地作者合著的作品，按地方組合加總；選定地方或地區時，只計算其中一方為該地的組合。由三地作者合著的作品計入三個組合，故總和大於作品數目。
  zh-Hans: 每年由两地作者合著的作品，按地方组合加总；选定地方或地区时，只计算其中一方为该地的组合。由三地作者合著的作品计入三个组合，故总和大于作品数目。
formula: Σ works over pairs, by year
unit: {en: works by pair, zh-Hant: 篇次, zh-Hans: 篇次}
source: OpenAlex, authorships by country
facts:
  - table: copublications
    by: {academic_year_id: academic_year_id}
    sum: works
    measures: [works]
  - table: copublications
    by: {academic_year_id: academic_year_id}
    distinct: pair
    measures: [pairs]
*/
WITH counted AS (
  SELECT
    academic_year_id,
    round(sum(works), 6) AS works,
    count(DISTINCT (place_a, place_b))::BIGINT AS pairs,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM copublication_slice($from, $to, $place, $region, $evidence)
  GROUP BY academic_year_id
)
SELECT
  c.academic_year_id,
  c.works,
  c.pairs,
  y.incomplete,
  y.incomplete_reason,
  y.not_reporting,
  y.gone_share,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN years_told('copublication', $lang) AS y USING (academic_year_id)
ORDER BY c.academic_year_id;
