-- Every agreement with its status on the data set's day, and its partner's place.
-- An agreement without dates has the status 'undated', unless it is said to have ended.
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
  END AS status
FROM agreements AS a
CROSS JOIN dataset AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
ORDER BY a.agreement_id;
