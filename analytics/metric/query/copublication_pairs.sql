/*
title: {en: Joint works by pair of places, zh-Hant: 按地方組合劃分的合著作品, zh-Hans: 按地方组合划分的合著作品}
definition:
  en: Works with authors in both places of a pair over the years chosen, the 500 largest pairs first. With a place or region chosen, pairs that have it as one end.
  zh-Hant: 所選年份內由組合兩地作者合著的作品，列出首 500 個組合。選定地方或地區時，列出其中一方為該地的組合。
  zh-Hans: 所选年份内由组合两地作者合著的作品，列出前 500 个组合。选定地方或地区时，列出其中一方为该地的组合。
formula: Σ works by pair
unit: {en: works, zh-Hant: 篇, zh-Hans: 篇}
source: OpenAlex, authorships by country
facts:
  - table: copublications
    where: >-
      works > 0 AND place_a <> 'ZZ' AND place_b <> 'ZZ'
    by: {code_a: place_a, code_b: place_b}
    sum: works
    measures: [works, works_share]
  - table: copublications
    sum: works
    over: [works_share]
  - table: copublications
    where: >-
      works > 0 AND place_a <> 'ZZ' AND place_b <> 'ZZ'
    distinct: pair
    measures: [pairs]
*/
WITH slice AS (
  SELECT * FROM copublication_slice($from, $to, $place, $region, $evidence)
),
counted AS (
  SELECT place_a, place_b, sum(works) AS works, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM slice
  WHERE works > 0 AND place_a <> 'ZZ' AND place_b <> 'ZZ'
  GROUP BY ALL
)
SELECT
  c.place_a AS code_a,
  said($lang, a.name, a.name_zh_hant, a.name_zh_hans) AS place_a,
  c.place_b AS code_b,
  said($lang, b.name, b.name_zh_hant, b.name_zh_hans) AS place_b,
  c.works,
  c.works / (SELECT sum(works) FROM slice) AS works_share,
  (SELECT count(*) FROM counted)::BIGINT AS pairs,
  incomplete_years('copublication', $from, $to) AS incomplete_years,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN places AS a ON a.code = c.place_a
JOIN places AS b ON b.code = c.place_b
ORDER BY c.works DESC, c.place_a, c.place_b
LIMIT 500;
