-- The filters' one meaning: each fact's rows that a filter lets through. An empty list or null lets all through.
-- The names of the parameters are those of analytics/filter.
CREATE MACRO keeps(wanted, value) AS
  coalesce(len(wanted::VARCHAR[]), 0) = 0 OR list_contains(wanted::VARCHAR[], value::VARCHAR);

CREATE MACRO within_years(from_year, to_year, value) AS
  (from_year::VARCHAR IS NULL OR value >= from_year::VARCHAR) AND (to_year::VARCHAR IS NULL OR value <= to_year::VARCHAR);

-- Whether a filter asks for anything. The database knows the filters when it plans a question: a branch of a slice whose
-- condition is false is not read at all, so that each question reads the smallest cube that can answer it.
CREATE MACRO asked(wanted) AS coalesce(len(wanted::VARCHAR[]), 0) > 0;

CREATE MACRO asked_years(from_year, to_year) AS from_year::VARCHAR IS NOT NULL OR to_year::VARCHAR IS NOT NULL;

-- Mobility by place with faculty and level, for questions of these.
CREATE MACRO mobility_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM cube_mobility AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(faculty, c.faculty)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

-- Mobility by place, for all others.
CREATE MACRO place_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_mobility_place WHERE NOT asked(faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (level, faculty) FROM cube_mobility AS f WHERE asked(faculty) AND keeps(faculty, f.faculty)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

-- Mobility by partner with its faculty, for questions of faculties.
CREATE MACRO faculty_partner_slice(from_year, to_year, place, region, evidence) AS TABLE
SELECT * FROM (
  SELECT * EXCLUDE (subdivision_code) FROM cube_active_faculty WHERE NOT asked_years(from_year, to_year)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id, direction, kind, subdivision_code) FROM cube_partner_faculty AS f
  WHERE asked_years(from_year, to_year) AND within_years(from_year, to_year, f.academic_year_id)
) AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

-- Mobility by partner and year.
CREATE MACRO partner_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_partner WHERE NOT asked(faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (faculty) FROM cube_partner_faculty AS f WHERE asked(faculty) AND keeps(faculty, f.faculty)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

-- Mobility by partner, for questions that add up the years.
CREATE MACRO partner_total_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_partner_total WHERE NOT asked(faculty) AND NOT asked_years(from_year, to_year)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id) FROM cube_partner AS y
  WHERE NOT asked(faculty) AND asked_years(from_year, to_year) AND within_years(from_year, to_year, y.academic_year_id)
  UNION ALL BY NAME
  SELECT * EXCLUDE (faculty) FROM cube_partner_faculty_total AS t
  WHERE asked(faculty) AND NOT asked_years(from_year, to_year) AND keeps(faculty, t.faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id, faculty) FROM cube_partner_faculty AS f
  WHERE asked(faculty) AND asked_years(from_year, to_year) AND keeps(faculty, f.faculty)
    AND within_years(from_year, to_year, f.academic_year_id)
) AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

CREATE MACRO project_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT * FROM cube_project AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(type, c.project_type)
  AND keeps(faculty, c.faculty) AND keeps(evidence, c.evidence);

-- Projects by year, type and place, whoever the partner is.
CREATE MACRO project_place_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_project_place WHERE NOT asked(faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (faculty, institution_id) FROM cube_project AS f WHERE asked(faculty) AND keeps(faculty, f.faculty)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(type, c.project_type) AND keeps(evidence, c.evidence);

-- Projects by year and partner, whatever their type.
CREATE MACRO project_year_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_project_partner_year WHERE NOT asked(type) AND NOT asked(faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (project_type, faculty) FROM cube_project AS f
  WHERE (asked(type) OR asked(faculty)) AND keeps(type, f.project_type) AND keeps(faculty, f.faculty)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

-- Projects by year, faculty and place.
CREATE MACRO project_faculty_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_project_faculty WHERE NOT asked(type)
  UNION ALL BY NAME
  SELECT * EXCLUDE (project_type, institution_id, subdivision_code) FROM cube_project AS f WHERE asked(type) AND keeps(type, f.project_type)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(faculty, c.faculty) AND keeps(evidence, c.evidence);

-- Projects by partner, for questions that add up years and types; with the faculty, for questions of faculties.
CREATE MACRO project_partner_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_project_partner WHERE NOT asked(type) AND NOT asked(faculty) AND NOT asked_years(from_year, to_year)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id) FROM cube_project_partner_year AS y
  WHERE NOT asked(type) AND NOT asked(faculty) AND asked_years(from_year, to_year)
    AND within_years(from_year, to_year, y.academic_year_id)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id, project_type, faculty) FROM cube_project AS f
  WHERE (asked(type) OR asked(faculty))
    AND within_years(from_year, to_year, f.academic_year_id) AND keeps(type, f.project_type) AND keeps(faculty, f.faculty)
) AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

CREATE MACRO faculty_project_slice(from_year, to_year, place, region, type, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_project_faculty_partner WHERE NOT asked(type) AND NOT asked_years(from_year, to_year)
  UNION ALL BY NAME
  SELECT * EXCLUDE (academic_year_id, project_type, subdivision_code) FROM cube_project AS f
  WHERE (asked(type) OR asked_years(from_year, to_year))
    AND within_years(from_year, to_year, f.academic_year_id) AND keeps(type, f.project_type)
) AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

CREATE MACRO agreement_slice(place, region, evidence) AS TABLE
SELECT * FROM agreement_status AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

-- A name in the language asked for; where the data has none in it, the English one.
CREATE MACRO said(lang, name, name_zh_hant, name_zh_hans) AS CASE lang::VARCHAR
  WHEN 'zh-Hant' THEN coalesce(name_zh_hant, name)
  WHEN 'zh-Hans' THEN coalesce(name_zh_hans, name)
  ELSE name
END;
