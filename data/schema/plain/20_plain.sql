-- The cubes as views on the rows they are made of, one row for one: what charts cost without cubes. For measuring only.
DROP TABLE cube_mobility;
CREATE VIEW cube_mobility AS
SELECT m.* EXCLUDE (country_code), p.code AS country_code, p.region, p."grouping"
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code);

DROP TABLE cube_partner;
CREATE VIEW cube_partner AS
SELECT
  m.academic_year_id, m.direction, m.kind, m.faculty, m.institution_id, p.code AS country_code, p.region, p."grouping",
  i.subdivision_code, m.evidence, m.source_id, m.participants
FROM mobility AS m
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code;

DROP TABLE cube_project;
CREATE VIEW cube_project AS
SELECT
  academic_year(d.start_date) AS academic_year_id, d.project_type, d.faculty, d.institution_id, p.code AS country_code,
  p.region, p."grouping", i.subdivision_code, d.evidence, d.source_id, 1::BIGINT AS projects
FROM projects AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code;

DROP TABLE cube_flow;
CREATE VIEW cube_flow AS
SELECT
  f.academic_year_id, f.kind, o.code AS origin, o.region AS origin_region, d.code AS destination, d.region AS destination_region,
  f.evidence, f.source_id, f.participants
FROM flows AS f
LEFT JOIN institutions AS oi ON oi.institution_id = f.origin_institution_id
LEFT JOIN institutions AS di ON di.institution_id = f.destination_institution_id
JOIN places AS o ON o.code = coalesce(oi.country_code, f.origin_code)
JOIN places AS d ON d.code = coalesce(di.country_code, f.destination_code);

DROP TABLE cube_copublication;
CREATE VIEW cube_copublication AS
SELECT
  c.academic_year_id, a.code AS place_a, a.region AS region_a, b.code AS place_b, b.region AS region_b, c.evidence, c.source_id, c.works
FROM copublications AS c
JOIN places AS a ON a.code = c.place_a
JOIN places AS b ON b.code = c.place_b;
