-- Projects by the academic year they started in, partner, type and faculty.
CREATE TABLE cube_project AS
SELECT
  academic_year(d.start_date) AS academic_year_id,
  d.project_type,
  d.faculty,
  d.institution_id,
  p.code AS country_code,
  p.region,
  p."grouping",
  i.subdivision_code,
  d.evidence,
  string_agg(DISTINCT d.source_id, '|' ORDER BY d.source_id) AS source_id,
  count(*)::BIGINT AS projects
FROM projects AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
GROUP BY ALL
ORDER BY academic_year_id, d.project_type, country_code;

-- By year, type and place: read where neither partner nor faculty matters.
CREATE TABLE cube_project_place AS
SELECT
  academic_year_id, project_type, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(projects)::BIGINT AS projects
FROM cube_project
GROUP BY ALL
ORDER BY academic_year_id, project_type, country_code;

-- By year, faculty and place.
CREATE TABLE cube_project_faculty AS
SELECT
  academic_year_id, faculty, country_code, region, "grouping", evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(projects)::BIGINT AS projects
FROM cube_project
GROUP BY ALL
ORDER BY academic_year_id, faculty, country_code;

-- By partner and year.
CREATE TABLE cube_project_partner_year AS
SELECT
  academic_year_id, institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(projects)::BIGINT AS projects
FROM cube_project
GROUP BY ALL
ORDER BY academic_year_id, institution_id;

-- By partner, all years, types and faculties together.
CREATE TABLE cube_project_partner AS
SELECT
  institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(projects)::BIGINT AS projects
FROM cube_project
GROUP BY ALL
ORDER BY institution_id;

-- By faculty and partner, all years and types together.
CREATE TABLE cube_project_faculty_partner AS
SELECT
  faculty, institution_id, country_code, region, "grouping", evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(projects)::BIGINT AS projects
FROM cube_project
GROUP BY ALL
ORDER BY faculty, institution_id;
