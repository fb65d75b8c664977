-- Projects by the academic year they started in.
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
  d.source_id,
  count(*)::BIGINT AS projects
FROM projects AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
GROUP BY ALL
ORDER BY academic_year_id, d.project_type, country_code;
