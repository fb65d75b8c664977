-- The values each filter may take: those the data has, with their names. Worked out when the snapshot is built, since it
-- reads every fact.
CREATE TABLE filter_values AS
WITH used_places AS (
  SELECT DISTINCT country_code AS code FROM cube_mobility_place
  UNION SELECT DISTINCT country_code FROM cube_project_place
  UNION SELECT DISTINCT country_code FROM agreement_status
  UNION SELECT DISTINCT i.country_code FROM memberships JOIN institutions AS i USING (institution_id)
  UNION SELECT DISTINCT origin FROM cube_flow
  UNION SELECT DISTINCT destination FROM cube_flow
  UNION SELECT DISTINCT place_a FROM cube_copublication
  UNION SELECT DISTINCT place_b FROM cube_copublication
  UNION SELECT DISTINCT country_code FROM institutions WHERE (SELECT home_place FROM dataset) IS NULL
),
used_labels AS (
  SELECT DISTINCT 'direction' AS dimension, direction::VARCHAR AS id FROM cube_mobility_place
  UNION SELECT DISTINCT 'type', project_type::VARCHAR FROM cube_project_place
  UNION SELECT DISTINCT 'evidence', evidence::VARCHAR FROM (
    SELECT evidence FROM cube_mobility_place UNION SELECT evidence FROM cube_project_place UNION SELECT evidence FROM agreement_status
    UNION SELECT evidence FROM figures UNION SELECT evidence FROM memberships
    UNION SELECT evidence FROM cube_flow UNION SELECT evidence FROM cube_copublication
    UNION SELECT evidence FROM institutions WHERE (SELECT home_place FROM dataset) IS NULL
  )
),
used_years AS (
  SELECT DISTINCT academic_year_id AS id FROM cube_mobility_place
  UNION SELECT DISTINCT academic_year_id FROM cube_project_place WHERE academic_year_id IS NOT NULL
  UNION SELECT DISTINCT academic_year_id FROM cube_flow
  UNION SELECT DISTINCT academic_year_id FROM cube_copublication
)
SELECT 'year' AS dimension, id, id AS name, NULL AS name_zh_hant, NULL AS name_zh_hans, NULL AS region, 0 AS position FROM used_years
UNION ALL
SELECT 'place', p.code, p.name, p.name_zh_hant, p.name_zh_hans, p.region, g.position
FROM places AS p JOIN used_places USING (code) JOIN regions AS g ON g.code = p.region
UNION ALL
SELECT 'region', g.code, g.name, g.name_zh_hant, g.name_zh_hans, NULL, g.position
FROM regions AS g
WHERE g.code IN (SELECT p.region FROM places AS p JOIN used_places USING (code))
UNION ALL
SELECT l.dimension, l.id, l.name, l.name_zh_hant, l.name_zh_hans, NULL, l.position
FROM labels AS l JOIN used_labels USING (dimension, id)
UNION ALL
SELECT 'faculty', f.faculty_id, f.name, f.name_zh_hant, f.name_zh_hans, NULL, 0 FROM faculties AS f
ORDER BY dimension, position, id;
