-- The base of a filter: the faculties asked for, or the whole institution where none is.
CREATE MACRO enrolled_slice(from_year, to_year, faculty, evidence) AS TABLE
SELECT c.academic_year_id, sum(c.students)::BIGINT AS enrolled, max(c.evidence) AS evidence, string_agg(DISTINCT c.source_ids, '|') AS source_ids
FROM enrolment_base AS c
WHERE within_years(from_year, to_year, c.academic_year_id) AND keeps(evidence, c.evidence)
  AND CASE WHEN coalesce(len(faculty::VARCHAR[]), 0) = 0 THEN c.faculty IS NULL ELSE list_contains(faculty::VARCHAR[], c.faculty) END
GROUP BY c.academic_year_id;

-- What only Hong Kong would say of its aims.
UPDATE labels SET name = t.name, name_zh_hant = t.name_zh_hant, name_zh_hans = t.name_zh_hans
FROM (VALUES
  ('exchange_in', 'Students in', '來訪學生', '来访学生'),
  ('exchange_out_overseas', 'Students out', '外訪學生', '派出学生'),
  ('exchange_in_overseas', 'Students in', '來訪學生', '来访学生'),
  ('mainland_partners', 'Partners on the Chinese mainland', '中國內地夥伴', '中国内地伙伴')
) AS t (id, name, name_zh_hant, name_zh_hans)
WHERE labels.dimension = 'target' AND labels.id = t.id AND (SELECT home_place FROM dataset) IS DISTINCT FROM 'HK';

-- Mobility by field, as the other slices.
CREATE MACRO field_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_field_place WHERE NOT asked(faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (faculty) FROM cube_field AS f WHERE asked(faculty) AND keeps(faculty, f.faculty)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

-- The regions an institution means to be in: those that targets.csv names for the metric regional_coverage; where it
-- names none, every region but the home's own and what is not stated.
CREATE TABLE target_regions AS
WITH named AS (SELECT DISTINCT region FROM targets WHERE metric_id = 'regional_coverage' AND region IS NOT NULL)
SELECT g.code AS region, g.position
FROM regions AS g
CROSS JOIN dataset AS d
LEFT JOIN places AS h ON h.code = d.home_place
WHERE CASE
  WHEN EXISTS (FROM named) THEN g.code IN (SELECT region FROM named)
  ELSE d.home_place IS NOT NULL AND g.code <> 'unstated' AND g.code <> h.region
END
ORDER BY g.position;

-- Partners that anybody moved to or from in a year.
CREATE MACRO active_year_slice(from_year, to_year, place, region, faculty, evidence) AS TABLE
SELECT * FROM (
  SELECT * FROM cube_active WHERE NOT asked(faculty)
  UNION ALL BY NAME
  SELECT * EXCLUDE (direction, kind, faculty) FROM cube_partner_faculty AS f WHERE asked(faculty) AND keeps(faculty, f.faculty)
) AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

-- What shows that a partner is active in a year: a project that starts, or people who move either way.
CREATE MACRO activity_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT c.academic_year_id, c.institution_id, c.country_code, c.region, c.evidence, c.source_id
FROM project_year_slice(from_year, to_year, place, region, type, faculty, evidence) AS c
WHERE c.academic_year_id IS NOT NULL AND c."grouping" <> 'home'
UNION ALL
SELECT c.academic_year_id, c.institution_id, c.country_code, c.region, c.evidence, c.source_id
FROM active_year_slice(from_year, to_year, place, region, faculty, evidence) AS c
WHERE c.participants > 0 AND c."grouping" <> 'home' AND keeps(type, NULL);

-- The same by place, where it does not matter which partner was active.
CREATE MACRO activity_place_slice(from_year, to_year, faculty, evidence) AS TABLE
SELECT c.academic_year_id, c.country_code, c.region, c.evidence, c.source_id
FROM project_faculty_slice(from_year, to_year, NULL, NULL, NULL, faculty, evidence) AS c
WHERE c.academic_year_id IS NOT NULL AND c."grouping" <> 'home'
UNION ALL
SELECT c.academic_year_id, c.country_code, c.region, c.evidence, c.source_id
FROM cube_active_place AS c
WHERE c."grouping" <> 'home' AND within_years(from_year, to_year, c.academic_year_id)
  AND keeps(faculty, c.faculty) AND keeps(evidence, c.evidence);
