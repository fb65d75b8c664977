/*
title: {en: Joint works among the largest places, zh-Hant: 主要地方之間的合著作品, zh-Hans: 主要地方之间的合著作品}
definition:
  en: Works with authors in two of the 24 countries and regions that have the most joint works over the years chosen; for each pair, how strong the tie is beside what the sizes of the two lead to expect. With places or regions chosen, these and the places they have the most joint works with.
  zh-Hant: 所選年份內合著作品最多的 24 個國家及地區兩兩之間的合著作品；並列出每組合作相對於兩地規模所應有者的強弱。選定地方或地區時，列出這些地方及與之合著最多的地方。
  zh-Hans: 所选年份内合著作品最多的 24 个国家及地区两两之间的合著作品；并列出每组合作相对于两地规模所应有者的强弱。选定地方或地区时，列出这些地方及与之合著最多的地方。
formula: Σ works by pair; strength = 2 × works × Σ works ÷ (works of a × works of b)
unit: {en: works, zh-Hant: 篇, zh-Hans: 篇}
source: Association strength (van Eck and Waltman, 2009)
facts:
  - table: copublications
    where: >-
      works > 0 AND place_a <> 'ZZ' AND place_b <> 'ZZ'
    by: {code_a: place_a, code_b: place_b}
    sum: works
    measures: [works]
    shows: [strength]
    filters: {place: [], region: []}
*/
WITH slice AS (
  SELECT * FROM copublication_slice($from, $to, NULL, NULL, $evidence)
  WHERE works > 0 AND place_a <> 'ZZ' AND place_b <> 'ZZ'
),
sizes AS (
  SELECT here, sum(works) AS works
  FROM (SELECT unnest([place_a, place_b]) AS here, works FROM slice)
  GROUP BY here
),
partners AS (
  SELECT here, sum(works) AS works FROM copublication_ends($from, $to, $place, $region, $evidence) GROUP BY here
),
chosen AS (
  SELECT code AS here FROM places
  WHERE len($place::VARCHAR[]) + len($region::VARCHAR[]) > 0 AND keeps($place, code) AND keeps($region, region)
),
largest AS (
  SELECT s.here, s.works
  FROM sizes AS s
  LEFT JOIN partners AS p USING (here)
  LEFT JOIN chosen AS c USING (here)
  WHERE p.here IS NOT NULL OR c.here IS NOT NULL
  ORDER BY c.here IS NULL, CASE WHEN c.here IS NULL THEN p.works ELSE s.works END DESC, s.here
  LIMIT 24
)
SELECT
  s.place_a AS code_a,
  said($lang, a.name, a.name_zh_hant, a.name_zh_hans) AS place_a,
  a.region AS region_a,
  s.place_b AS code_b,
  said($lang, b.name, b.name_zh_hant, b.name_zh_hans) AS place_b,
  b.region AS region_b,
  sum(s.works) AS works,
  round(2 * sum(s.works) * (SELECT sum(works) FROM slice) / (any_value(la.works) * any_value(lb.works)), 6) AS strength,
  len($place::VARCHAR[]) + len($region::VARCHAR[]) = 0
    OR s.place_a IN (SELECT here FROM chosen) OR s.place_b IN (SELECT here FROM chosen) AS chosen,
  any_value(la.works) AS works_a,
  any_value(lb.works) AS works_b,
  any_value(ga.position)::BIGINT AS position_a,
  any_value(gb.position)::BIGINT AS position_b,
  incomplete_years('copublication', $from, $to) AS incomplete_years,
  max(s.evidence) AS evidence,
  string_agg(DISTINCT s.source_id, '|') AS source_ids
FROM slice AS s
JOIN largest AS la ON la.here = s.place_a
JOIN largest AS lb ON lb.here = s.place_b
JOIN places AS a ON a.code = s.place_a
JOIN places AS b ON b.code = s.place_b
JOIN regions AS ga ON ga.code = a.region
JOIN regions AS gb ON gb.code = b.region
GROUP BY ALL
ORDER BY sum(s.works) DESC, s.place_a, s.place_b;
