-- Every agreement with its status on the data set's day, and its partner's place.
-- An agreement without dates has the status 'undated', unless it is said to have ended. first_year and last_year are the
-- years its term touches: one that is said to have ended on an unknown day touches the year it began.
CREATE TABLE agreement_status AS
SELECT
  a.*,
  i.country_code,
  i.subdivision_code,
  p.region,
  p."grouping",
  date_diff('day', d.as_of, a.end_date) AS days_left,
  CASE
    WHEN a.start_date IS NULL AND a.end_date IS NULL AND coalesce(a.in_effect, true) THEN 'undated'
    WHEN a.start_date > d.as_of THEN 'future'
    WHEN a.end_date < d.as_of AND coalesce(a.in_effect, false) THEN 'overdue'
    WHEN a.end_date < d.as_of OR NOT coalesce(a.in_effect, true) THEN 'ended'
    WHEN a.end_date <= d.as_of + 90 THEN 'within_90_days'
    WHEN a.end_date <= d.as_of + 180 THEN 'within_180_days'
    WHEN a.end_date <= d.as_of + 365 THEN 'within_365_days'
    ELSE 'in_effect'
  END AS status,
  academic_year(coalesce(a.start_date, a.signing_date)) AS first_year,
  academic_year(coalesce(a.end_date, CASE WHEN status = 'ended' THEN coalesce(a.start_date, a.signing_date) END)) AS last_year
FROM agreements AS a
CROSS JOIN dataset AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
ORDER BY a.agreement_id;
