-- Projects by the academic year they started in. A data set's year starts in dataset.year_start_month.
CREATE TABLE cube_project AS
WITH dated AS (
  SELECT
    projects.*,
    year(start_date) - (month(start_date) < (SELECT year_start_month FROM dataset))::INTEGER AS first_year
  FROM projects
)
SELECT
  CASE WHEN d.first_year IS NOT NULL THEN d.first_year || '/' || (d.first_year + 1) END AS academic_year_id,
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
FROM dated AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
GROUP BY ALL
ORDER BY academic_year_id, d.project_type, country_code;
