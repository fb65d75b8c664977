-- Whether a term touches the years asked for. A term open at one end goes on at that end; one without any
-- date is in no year that could be named, so it counts only where no year is asked for.
CREATE MACRO touches_years(from_year, to_year, first_day, last_day) AS
  (from_year::VARCHAR IS NULL AND to_year::VARCHAR IS NULL)
  OR (
    coalesce(first_day, last_day) IS NOT NULL
    AND (from_year::VARCHAR IS NULL OR last_day IS NULL OR academic_year(last_day) >= from_year::VARCHAR)
    AND (to_year::VARCHAR IS NULL OR first_day IS NULL OR academic_year(first_day) <= to_year::VARCHAR)
  );

-- Partners that anybody moved to or from.
CREATE MACRO active_slice(from_year, to_year, place, region, faculty, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_active_ever WHERE NOT asked(faculty) AND NOT asked_years(from_year, to_year)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id, participants) FROM cube_active AS y
  WHERE NOT asked(faculty) AND asked_years(from_year, to_year) AND within_years(from_year, to_year, y.academic_year_id)
  UNION ALL BY NAME
  SELECT * EXCLUDE (faculty, participants) FROM cube_active_faculty AS t
  WHERE asked(faculty) AND NOT asked_years(from_year, to_year) AND keeps(faculty, t.faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id, direction, kind, faculty, participants) FROM cube_partner_faculty AS f
  WHERE asked(faculty) AND asked_years(from_year, to_year) AND keeps(faculty, f.faculty)
    AND within_years(from_year, to_year, f.academic_year_id)
) AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

-- Who counts as a partner: whoever a project, an agreement or a move of students or staff ties to the home institution.
-- With years asked for, a project counts in the year it started, an agreement in the years its term touches.
-- An agreement that is said to have ended on an unknown day counts in the year it began, the one that is certain.
-- Agreements know neither faculty nor project type, moves know no project type: asked for one, they are left out.
CREATE MACRO related_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT c.institution_id, c.country_code, c.region, c."grouping", c.subdivision_code, c.evidence, c.source_id
FROM project_partner_slice(from_year, to_year, place, region, type, faculty, evidence) AS c
UNION ALL BY NAME
SELECT c.institution_id, c.country_code, c.region, c."grouping", c.subdivision_code, c.evidence, c.source_id
FROM agreement_slice(place, region, evidence) AS c
WHERE keeps(type, NULL) AND keeps(faculty, NULL)
  AND touches_years(
    from_year, to_year, coalesce(c.start_date, c.signing_date),
    coalesce(c.end_date, CASE WHEN c.status = 'ended' THEN coalesce(c.start_date, c.signing_date) END)
  )
UNION ALL BY NAME
SELECT c.institution_id, c.country_code, c.region, c."grouping", c.subdivision_code, c.evidence, c.source_id
FROM active_slice(from_year, to_year, place, region, faculty, evidence) AS c
WHERE keeps(type, NULL);
