-- Which years of each fact look incomplete, and why. A year is incomplete when the data set says so; when it ends after
-- the data set's day; or when it lies at an end of the series and those who report there are gone: walking inwards from
-- each end, as long as the reporters that had over a tenth of the next year inwards report nothing in it. A walk that
-- passes the middle of the series has found no end but a series with gaps, and flags nothing.
-- Reporters are the places that receive, for flows, and both places of a pair, for works. Absent are those that had
-- three hundredths or more of that next year, the largest first.
CREATE TABLE year_coverage AS
WITH reported AS (
  SELECT 'flow' AS fact, academic_year_id, destination AS reporter, sum(participants) AS amount
  FROM cube_flow WHERE participants > 0 AND destination <> 'ZZ' GROUP BY ALL
  UNION ALL
  SELECT 'copublication', academic_year_id, reporter, sum(works)
  FROM (SELECT academic_year_id, unnest([place_a, place_b]) AS reporter, works FROM cube_copublication WHERE works > 0)
  WHERE reporter <> 'ZZ' GROUP BY ALL
),
years AS (
  SELECT DISTINCT 'flow' AS fact, academic_year_id FROM cube_flow
  UNION SELECT DISTINCT 'copublication', academic_year_id FROM cube_copublication
  UNION SELECT DISTINCT 'mobility', academic_year_id FROM cube_mobility
),
inward AS (
  SELECT fact, academic_year_id, 'tail' AS side, lag(academic_year_id) OVER (PARTITION BY fact ORDER BY academic_year_id) AS inner_year FROM years
  UNION ALL
  SELECT fact, academic_year_id, 'head', lead(academic_year_id) OVER (PARTITION BY fact ORDER BY academic_year_id) FROM years
),
shared AS (
  SELECT *, amount / sum(amount) OVER (PARTITION BY fact, academic_year_id) AS share FROM reported
),
compared AS (
  SELECT i.fact, i.academic_year_id, i.side,
    coalesce(sum(r.amount) FILTER (here.reporter IS NULL), 0) / sum(r.amount) AS gone,
    list(r.reporter ORDER BY r.amount DESC, r.reporter) FILTER (here.reporter IS NULL AND r.share >= 0.03) AS absent
  FROM inward AS i
  JOIN shared AS r ON r.fact = i.fact AND r.academic_year_id = i.inner_year
  LEFT JOIN reported AS here ON here.fact = i.fact AND here.academic_year_id = i.academic_year_id AND here.reporter = r.reporter
  GROUP BY ALL
),
walked AS (
  SELECT *, bool_and(gone > 0.1) OVER (
    PARTITION BY fact, side ORDER BY CASE side WHEN 'tail' THEN -substr(academic_year_id, 1, 4)::INTEGER ELSE substr(academic_year_id, 1, 4)::INTEGER END
  ) AS cut_off
  FROM compared
),
ends AS (
  SELECT w.fact, w.academic_year_id, w.gone, w.absent
  FROM walked AS w
  WHERE w.cut_off
    AND (SELECT count(*) FROM walked AS all_of WHERE all_of.fact = w.fact AND all_of.side = w.side AND all_of.cut_off)
      <= (SELECT count(*) FROM years AS y WHERE y.fact = w.fact) / 2
)
SELECT
  y.fact,
  y.academic_year_id,
  coalesce(s.incomplete, e.academic_year_id IS NOT NULL OR d.as_of < year_end(y.academic_year_id)) AS incomplete,
  CASE
    WHEN s.incomplete IS NOT NULL THEN 'stated'
    WHEN e.academic_year_id IS NOT NULL THEN 'reporters'
    WHEN d.as_of < year_end(y.academic_year_id) THEN 'calendar'
  END AS reason,
  e.gone,
  e.absent
FROM years AS y
CROSS JOIN dataset AS d
LEFT JOIN stated_years AS s USING (academic_year_id)
LEFT JOIN ends AS e ON e.fact = y.fact AND e.academic_year_id = y.academic_year_id
ORDER BY y.fact, y.academic_year_id;
