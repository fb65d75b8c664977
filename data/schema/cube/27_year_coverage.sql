-- Which years of each fact look incomplete, and why. A year is incomplete when the data set says so; when it ends after
-- the data set's day; or when it lies at an end of the series, counting inwards as long as that holds, and
-- - those who report there are gone ('reporters'): those that had over a tenth of the next year inwards report nothing in
--   it. Of fewer than four years, or three reporters, nothing can be told; or
-- - its sum is below half the median of the three nearest whole years inwards ('sum'). Two of them at least there must be,
--   with twenty or more: less than that halves by chance. At the beginning they must be level: what grows begins small.
-- Both ends together never make up over half of the years: then no end was found, but a series with gaps or leaps.
-- Reporters are the places that receive, for flows, and both places of a pair, for works. Absent are those that had
-- three hundredths or more of that next year, the largest first. Gone is the share that the year lacks.
CREATE TABLE year_coverage AS
WITH reported AS (
  SELECT 'flow' AS fact, academic_year_id, destination AS reporter, sum(participants) AS amount
  FROM cube_flow WHERE participants > 0 AND destination <> 'ZZ' GROUP BY ALL
  UNION ALL
  SELECT 'copublication', academic_year_id, reporter, sum(works)
  FROM (SELECT academic_year_id, unnest([place_a, place_b]) AS reporter, works FROM cube_copublication WHERE works > 0)
  WHERE reporter <> 'ZZ' GROUP BY ALL
),
summed AS (
  SELECT 'flow' AS fact, academic_year_id, sum(participants)::DOUBLE AS amount FROM cube_flow GROUP BY ALL
  UNION ALL
  SELECT 'copublication', academic_year_id, sum(works)::DOUBLE FROM cube_copublication GROUP BY ALL
  UNION ALL
  SELECT 'mobility', academic_year_id, sum(participants)::DOUBLE FROM cube_mobility_place GROUP BY ALL
),
years AS (
  SELECT *, row_number() OVER (PARTITION BY fact ORDER BY academic_year_id) AS place, count(*) OVER (PARTITION BY fact) AS of_all
  FROM summed
),
inward AS (
  SELECT *, 'head' AS side, place AS step FROM years
  UNION ALL
  SELECT *, 'tail', 1 + of_all - place FROM years
),
shared AS (
  SELECT *, amount / sum(amount) OVER (PARTITION BY fact, academic_year_id) AS share FROM reported
),
compared AS (
  SELECT i.fact, i.academic_year_id, i.side, i.step, i.of_all,
    coalesce(sum(r.amount) FILTER (here.reporter IS NULL), 0) / sum(r.amount) AS gone,
    list(r.reporter ORDER BY r.amount DESC, r.reporter) FILTER (here.reporter IS NULL AND r.share >= 0.03) AS absent
  FROM inward AS i
  JOIN inward AS n ON n.fact = i.fact AND n.side = i.side AND n.step = i.step + 1
  JOIN shared AS r ON r.fact = i.fact AND r.academic_year_id = n.academic_year_id
  LEFT JOIN reported AS here ON here.fact = i.fact AND here.academic_year_id = i.academic_year_id AND here.reporter = r.reporter
  GROUP BY ALL
),
walked AS (
  SELECT *, bool_and(gone > 0.1) OVER (PARTITION BY fact, side ORDER BY step) AS cut_off FROM compared
),
unreported AS (
  SELECT w.fact, w.academic_year_id, max(w.gone) AS gone, arg_max(w.absent, w.gone) AS absent, count(*) OVER (PARTITION BY w.fact) AS at_ends
  FROM walked AS w
  WHERE w.cut_off AND w.of_all >= 4 AND (SELECT count(DISTINCT r.reporter) FROM reported AS r WHERE r.fact = w.fact) >= 3
  GROUP BY w.fact, w.academic_year_id, w.of_all
  QUALIFY at_ends <= w.of_all / 2
),
known AS (
  SELECT
    y.*,
    s.incomplete AS stated,
    coalesce(s.incomplete, u.academic_year_id IS NOT NULL OR d.as_of < year_end(y.academic_year_id)) AS incomplete,
    CASE
      WHEN s.incomplete IS NOT NULL THEN 'stated'
      WHEN u.academic_year_id IS NOT NULL THEN 'reporters'
      WHEN d.as_of < year_end(y.academic_year_id) THEN 'calendar'
    END AS reason,
    u.gone,
    u.absent
  FROM years AS y
  CROSS JOIN dataset AS d
  LEFT JOIN stated_years AS s USING (academic_year_id)
  LEFT JOIN unreported AS u ON u.fact = y.fact AND u.academic_year_id = y.academic_year_id
),
nearest AS (
  SELECT i.fact, i.academic_year_id, i.side, i.step, w.amount
  FROM inward AS i
  JOIN inward AS w ON w.fact = i.fact AND w.side = i.side AND w.step > i.step
  JOIN known AS k ON k.fact = w.fact AND k.academic_year_id = w.academic_year_id AND NOT k.incomplete
  QUALIFY row_number() OVER (PARTITION BY i.fact, i.academic_year_id, i.side ORDER BY w.step) <= 3
),
usual AS (
  SELECT fact, academic_year_id, side, median(amount) AS amount
  FROM nearest
  GROUP BY ALL
  HAVING count(*) >= 2 AND median(amount) >= 20 AND (side = 'tail' OR max(amount) < 2 * min(amount))
),
measured AS (
  SELECT i.fact, i.academic_year_id, i.of_all, k.incomplete, 1 - k.amount / u.amount AS gone,
    bool_and(k.incomplete OR k.stated IS NULL AND coalesce(k.amount < u.amount / 2, false))
      OVER (PARTITION BY i.fact, i.side ORDER BY i.step) AS cut_off
  FROM inward AS i
  JOIN known AS k ON k.fact = i.fact AND k.academic_year_id = i.academic_year_id
  LEFT JOIN usual AS u ON u.fact = i.fact AND u.academic_year_id = i.academic_year_id AND u.side = i.side
),
short AS (
  SELECT m.fact, m.academic_year_id, max(m.gone) AS gone, count(*) OVER (PARTITION BY m.fact) AS at_ends
  FROM measured AS m
  WHERE m.cut_off AND NOT m.incomplete
  GROUP BY m.fact, m.academic_year_id, m.of_all
  QUALIFY at_ends + (SELECT count(*) FROM known AS k WHERE k.fact = m.fact AND k.incomplete) <= m.of_all / 2
)
SELECT
  k.fact,
  k.academic_year_id,
  k.incomplete OR s.academic_year_id IS NOT NULL AS incomplete,
  CASE WHEN s.academic_year_id IS NULL THEN k.reason ELSE 'sum' END AS reason,
  coalesce(s.gone, k.gone) AS gone,
  k.absent
FROM known AS k
LEFT JOIN short AS s ON s.fact = k.fact AND s.academic_year_id = k.academic_year_id
ORDER BY k.fact, k.academic_year_id;
