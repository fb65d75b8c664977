-- Students and staff by level and field of study. The field is the broad field of ISCED-F 2013, the code's first two digits.
CREATE TABLE cube_field AS
SELECT
  m.academic_year_id,
  m.direction,
  m.kind,
  m.level,
  left(m.isced_f_code, 2) AS field,
  m.faculty,
  p.code AS country_code,
  p.region,
  p."grouping",
  m.evidence,
  string_agg(DISTINCT m.source_id, '|' ORDER BY m.source_id) AS source_id,
  sum(m.participants)::BIGINT AS participants
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code)
GROUP BY ALL
ORDER BY m.faculty, m.kind, m.academic_year_id, country_code;

-- The same whatever the faculty.
CREATE TABLE cube_field_place AS
SELECT
  academic_year_id, direction, kind, level, field, country_code, region, "grouping", evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants
FROM cube_field
GROUP BY ALL
ORDER BY kind, academic_year_id, country_code;
