/*
title: {en: Moves between pairs of places, zh-Hant: 地方之間的流動人數, zh-Hans: 地方之间的流动人数}
definition:
  en: People who moved from one place to another over the years chosen, by directed pair, the 500 largest first. With a place or region chosen, pairs that have it at either end. What is not stated is in the total and is no pair.
  zh-Hant: 所選年份內由一地前往另一地的人數，按有向組合列出首 500 組。選定地方或地區時，列出任何一端為該地的組合。未註明地方者計入總數，但不作為組合。
  zh-Hans: 所选年份内由一地前往另一地的人数，按有向组合列出前 500 组。选定地方或地区时，列出任何一端为该地的组合。未注明地方者计入总数，但不作为组合。
formula: Σ participants by origin and destination; share = pair ÷ Σ over all pairs and what is not stated
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, internationally mobile students
facts:
  - table: flows
    where: >-
      participants > 0 AND origin <> 'ZZ' AND destination <> 'ZZ'
    by: {from_code: origin, to_code: destination}
    sum: participants
    measures: [moved, moved_share]
  - table: flows
    sum: participants
    over: [moved_share]
  - table: flows
    where: >-
      participants > 0 AND origin <> 'ZZ' AND destination <> 'ZZ'
    distinct: pair
    measures: [pairs]
*/
WITH slice AS (
  SELECT * FROM flow_slice($from, $to, $place, $region, $evidence)
),
counted AS (
  SELECT origin, destination, sum(participants) AS moved, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM slice
  WHERE participants > 0 AND origin <> 'ZZ' AND destination <> 'ZZ'
  GROUP BY ALL
)
SELECT
  c.origin AS from_code,
  said($lang, o.name, o.name_zh_hant, o.name_zh_hans) AS from_place,
  c.destination AS to_code,
  said($lang, d.name, d.name_zh_hant, d.name_zh_hans) AS to_place,
  c.moved,
  c.moved / (SELECT sum(participants) FROM slice) AS moved_share,
  (SELECT sum(participants) FROM slice) AS all_moved,
  (SELECT count(*) FROM counted)::BIGINT AS pairs,
  incomplete_years('flow', $from, $to) AS incomplete_years,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN places AS o ON o.code = c.origin
JOIN places AS d ON d.code = c.destination
ORDER BY c.moved DESC, c.origin, c.destination
LIMIT 500;
