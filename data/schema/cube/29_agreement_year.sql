-- The years in which an agreement on exchange counts, for what it comes to over its term: those halfway through which it
-- is in effect, so that of two that follow one another only one counts. Years without exchange on record, and years that
-- look incomplete, are left out; so is an agreement that ended on a day nobody states.
CREATE TABLE agreement_years AS
WITH years AS (
  SELECT c.academic_year_id, (year_end(c.academic_year_id) - INTERVAL 6 MONTH)::DATE AS middle
  FROM (SELECT DISTINCT academic_year_id FROM cube_partner WHERE kind = 'student-studies') AS c
  LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = c.academic_year_id
  WHERE NOT coalesce(y.incomplete, false)
)
SELECT a.*, y.academic_year_id,
  a.status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days', 'overdue') AS held
FROM agreement_status AS a
JOIN years AS y ON coalesce(a.start_date, a.signing_date) <= y.middle AND (a.end_date IS NULL OR a.end_date >= y.middle)
WHERE (a.kind = 'exchange' OR a.mobilities_per_year > 0) AND NOT (a.status = 'ended' AND a.end_date IS NULL)
ORDER BY a.agreement_id, y.academic_year_id;
