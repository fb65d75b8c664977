-- After how many years without anything a partner counts as dormant.
CREATE MACRO dormant_years() AS 3;

-- The statuses of agreements in effect on the data set's day.
CREATE MACRO runs(status) AS status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days');

-- The last year in which anything is known to have happened, by evidence.
CREATE TABLE cube_activity_last AS
SELECT evidence, max(academic_year_id) AS academic_year_id FROM cube_activity GROUP BY ALL ORDER BY ALL;

-- The day up to which anything is known to have happened: silence after it is none of the partners'.
CREATE MACRO activity_day(grades) AS (
  SELECT least(any_value(d.as_of), year_end(max(c.academic_year_id)))
  FROM dataset AS d, cube_activity_last AS c
  WHERE keeps(grades, c.evidence)
);

-- Every partner that was ever active: from which year to which, what that came to, and for how many whole years nothing
-- has happened since. Recent years are those of the last three.
CREATE MACRO graded_activity(grades) AS TABLE
SELECT
  c.institution_id,
  min(c.academic_year_id) AS first_active,
  max(c.academic_year_id) AS last_active,
  count(DISTINCT c.academic_year_id)::BIGINT AS active_years,
  sum(c.begun)::BIGINT AS projects,
  sum(c.outbound + c.inbound)::BIGINT AS students,
  sum(c.moved)::BIGINT AS moved,
  coalesce(sum(c.running) FILTER (c.academic_year_id = academic_year(t.day)), 0)::BIGINT AS running,
  coalesce(sum(c.outbound + c.inbound) FILTER (year_end(c.academic_year_id) > t.day - to_years(dormant_years())), 0)::BIGINT AS recent_students,
  greatest(date_sub('year', year_end(max(c.academic_year_id)), t.day), 0)::BIGINT AS quiet_years,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM cube_activity AS c
CROSS JOIN (SELECT activity_day(grades) AS day) AS t
WHERE keeps(grades, c.evidence)
GROUP BY c.institution_id, t.day;

-- The same of all grades, as it is mostly asked.
CREATE TABLE cube_activity_ever AS
SELECT * FROM graded_activity(NULL) ORDER BY institution_id;

CREATE MACRO partner_activity(grades) AS TABLE
SELECT * FROM cube_activity_ever WHERE NOT asked(grades)
UNION ALL BY NAME
SELECT * FROM (SELECT * FROM graded_activity(grades)) WHERE asked(grades);

-- Agreements in effect whose partner has done nothing for that many years. One that is new, and continues none that ended
-- within the year before it, is given as many years to begin; so is a partner that was never active, from the day of
-- its first agreement on.
CREATE MACRO dormant_slice(place, region, grades) AS TABLE
SELECT a.*, v.first_active, v.last_active, coalesce(v.quiet_years, date_sub('year', f.since, t.day))::BIGINT AS quiet_years,
  v.evidence AS activity_evidence, v.source_ids AS activity_sources
FROM agreement_slice(place, region, grades) AS a
JOIN (SELECT institution_id, min(coalesce(start_date, signing_date)) AS since FROM agreement_status GROUP BY institution_id) AS f USING (institution_id)
CROSS JOIN (SELECT activity_day(grades) AS day) AS t
LEFT JOIN partner_activity(grades) AS v USING (institution_id)
WHERE runs(a.status)
  AND coalesce(v.quiet_years, date_sub('year', f.since, t.day)) >= dormant_years()
  AND (
    date_sub('year', coalesce(a.start_date, a.signing_date), t.day) >= dormant_years()
    OR EXISTS (
      SELECT 1 FROM agreement_status AS b
      WHERE b.institution_id = a.institution_id AND b.start_date < a.start_date AND b.end_date >= a.start_date - 365
    )
  );

-- Those of agreements that are in effect, or are past their end and not closed.
CREATE MACRO agreement_year_slice(from_year, to_year, place, region, grades) AS TABLE
SELECT * FROM agreement_years AS c
WHERE c.held AND within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(grades, c.evidence);
