-- The filters' meaning where a row has two places: place and region let a row through when either end is one of them.
CREATE MACRO flow_slice(from_year, to_year, place, region, evidence) AS TABLE
SELECT * FROM cube_flow AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND (keeps(place, c.origin) OR keeps(place, c.destination))
  AND (keeps(region, c.origin_region) OR keeps(region, c.destination_region))
  AND keeps(evidence, c.evidence);

CREATE MACRO copublication_slice(from_year, to_year, place, region, evidence) AS TABLE
SELECT * FROM cube_copublication AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND (keeps(place, c.place_a) OR keeps(place, c.place_b))
  AND (keeps(region, c.region_a) OR keeps(region, c.region_b))
  AND keeps(evidence, c.evidence);

-- Each flow as its two ends see it: one place and the other. With places or regions asked for, it is told of the places
-- that have to do with them, and of these themselves only as far as they have to do with one another.
CREATE MACRO flow_ends(from_year, to_year, place, region, evidence) AS TABLE
SELECT c.academic_year_id, c.destination AS here, c.origin AS there, c.participants AS incoming, 0.0 AS outgoing, c.evidence, c.source_id
FROM cube_flow AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.origin) AND keeps(region, c.origin_region) AND keeps(evidence, c.evidence)
UNION ALL
SELECT c.academic_year_id, c.origin, c.destination, 0.0, c.participants, c.evidence, c.source_id
FROM cube_flow AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.destination) AND keeps(region, c.destination_region) AND keeps(evidence, c.evidence);

-- Each pair as its two places see it, in the same way.
CREATE MACRO copublication_ends(from_year, to_year, place, region, evidence) AS TABLE
SELECT c.academic_year_id, c.place_a AS here, c.place_b AS there, c.works, c.evidence, c.source_id
FROM cube_copublication AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.place_b) AND keeps(region, c.region_b) AND keeps(evidence, c.evidence)
UNION ALL
SELECT c.academic_year_id, c.place_b, c.place_a, c.works, c.evidence, c.source_id
FROM cube_copublication AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.place_a) AND keeps(region, c.region_a) AND keeps(evidence, c.evidence);

-- The years of a fact, among those asked for, that look incomplete; null when none does.
CREATE MACRO incomplete_years(of_fact, from_year, to_year) AS (
  SELECT string_agg(y.academic_year_id, '|' ORDER BY y.academic_year_id)
  FROM year_coverage AS y
  WHERE y.fact = of_fact AND y.incomplete AND within_years(from_year, to_year, y.academic_year_id)
);

-- How complete the years of a fact are, with the largest three that report nothing, as a reader calls them.
CREATE MACRO years_told(of_fact, lang) AS TABLE
SELECT
  y.academic_year_id,
  y.incomplete,
  y.reason AS incomplete_reason,
  (
    SELECT string_agg(said(lang, p.name, p.name_zh_hant, p.name_zh_hans), '|' ORDER BY list_position(y.absent, p.code))
    FROM places AS p WHERE list_contains(y.absent[1:3], p.code)
  ) AS not_reporting,
  y.gone AS gone_share
FROM year_coverage AS y
WHERE y.fact = of_fact;
