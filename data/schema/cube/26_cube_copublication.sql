-- Works with authors in two places, by pair.
CREATE TABLE cube_copublication AS
SELECT
  c.academic_year_id,
  a.code AS place_a,
  a.region AS region_a,
  b.code AS place_b,
  b.region AS region_b,
  c.evidence,
  c.source_id,
  round(sum(c.works), 6) AS works
FROM copublications AS c
JOIN places AS a ON a.code = c.place_a
JOIN places AS b ON b.code = c.place_b
GROUP BY ALL
ORDER BY c.academic_year_id, place_a, place_b;
