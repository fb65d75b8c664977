/*
title: {en: Moves between the largest places, zh-Hant: 主要地方之間的流動人數, zh-Hans: 主要地方之间的流动人数}
definition:
  en: People who moved over the years chosen from each of the twelve largest origins to each of the twelve largest destinations. With a place or region chosen, only moves that have it at either end are counted.
  zh-Hant: 所選年份內由十二個最大來源地前往十二個最大目的地的人數。選定地方或地區時，只計算任何一端為該地的人數。
  zh-Hans: 所选年份内由十二个最大来源地前往十二个最大目的地的人数。选定地方或地区时，只计算任何一端为该地的人数。
formula: Σ participants by origin and destination, for the largest twelve of each; share = cell ÷ Σ over all moves
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, internationally mobile students
facts:
  - table: flows
    where: >-
      participants > 0
    by: {from_code: origin, to_code: destination}
    sum: participants
    measures: [moved, moved_share]
  - table: flows
    where: >-
      participants > 0
    sum: participants
    over: [moved_share]
*/
WITH slice AS (
  SELECT * FROM flow_slice($from, $to, $place, $region, $evidence) WHERE participants > 0
),
origins AS (
  SELECT origin, row_number() OVER (ORDER BY sum(participants) DESC, origin) AS place_in_order
  FROM slice WHERE origin <> 'ZZ' GROUP BY origin QUALIFY place_in_order <= 12
),
destinations AS (
  SELECT destination, row_number() OVER (ORDER BY sum(participants) DESC, destination) AS place_in_order
  FROM slice WHERE destination <> 'ZZ' GROUP BY destination QUALIFY place_in_order <= 12
)
SELECT
  s.origin AS from_code,
  said($lang, o.name, o.name_zh_hant, o.name_zh_hans) AS from_place,
  a.place_in_order::BIGINT AS from_rank,
  s.destination AS to_code,
  said($lang, d.name, d.name_zh_hant, d.name_zh_hans) AS to_place,
  b.place_in_order::BIGINT AS to_rank,
  sum(s.participants) AS moved,
  sum(s.participants) / (SELECT sum(participants) FROM slice) AS moved_share,
  (SELECT sum(participants) FROM slice) AS all_moved,
  incomplete_years('flow', $from, $to) AS incomplete_years,
  max(s.evidence) AS evidence,
  string_agg(DISTINCT s.source_id, '|') AS source_ids
FROM slice AS s
JOIN origins AS a USING (origin)
JOIN destinations AS b USING (destination)
JOIN places AS o ON o.code = s.origin
JOIN places AS d ON d.code = s.destination
GROUP BY ALL
ORDER BY from_rank, to_rank;
