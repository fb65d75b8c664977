-- The cubes as views on the rows they are made of, one row for one: what charts cost without cubes. For measuring only.
DROP TABLE cube_mobility;
CREATE VIEW cube_mobility AS
SELECT
  m.* EXCLUDE (country_code), p.code AS country_code, p.region, p."grouping",
  CASE WHEN m.aided_participants IS NOT NULL THEN m.participants END AS aid_known_participants
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code);

DROP TABLE cube_partner_faculty;
CREATE VIEW cube_partner_faculty AS
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

-- The coarser ones, from these.
DROP TABLE cube_mobility_place;
CREATE VIEW cube_mobility_place AS
SELECT academic_year_id, direction, kind, country_code, region, "grouping", evidence, source_id, participants, months, aid_amount, cost_amount, aided_participants, aid_known_participants
FROM cube_mobility;

DROP TABLE cube_partner;
CREATE VIEW cube_partner AS
SELECT academic_year_id, direction, kind, institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, participants
FROM cube_partner_faculty;

DROP TABLE cube_partner_total;
CREATE VIEW cube_partner_total AS
SELECT direction, kind, institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, participants
FROM cube_partner_faculty;

DROP TABLE cube_active;
CREATE VIEW cube_active AS
SELECT academic_year_id, institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, participants
FROM cube_partner_faculty;

DROP TABLE cube_active_ever;
CREATE VIEW cube_active_ever AS
SELECT institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id
FROM cube_partner_faculty;

DROP TABLE cube_partner_faculty_total;
CREATE VIEW cube_partner_faculty_total AS
SELECT direction, kind, faculty, institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, participants
FROM cube_partner_faculty;

DROP TABLE cube_active_place;
CREATE VIEW cube_active_place AS
SELECT academic_year_id, faculty, country_code, region, "grouping", evidence, source_id
FROM cube_partner_faculty WHERE participants > 0;

DROP TABLE cube_active_faculty;
CREATE VIEW cube_active_faculty AS
SELECT faculty, institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, participants
FROM cube_partner_faculty WHERE faculty IS NOT NULL;

DROP TABLE cube_project_place;
CREATE VIEW cube_project_place AS
SELECT academic_year_id, project_type, country_code, region, "grouping", subdivision_code, evidence, source_id, projects
FROM cube_project;

DROP TABLE cube_project_faculty;
CREATE VIEW cube_project_faculty AS
SELECT academic_year_id, faculty, country_code, region, "grouping", evidence, source_id, projects
FROM cube_project;

DROP TABLE cube_project_partner;
CREATE VIEW cube_project_partner AS
SELECT institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, projects
FROM cube_project;

DROP TABLE cube_project_faculty_partner;
CREATE VIEW cube_project_faculty_partner AS
SELECT faculty, institution_id, country_code, region, "grouping", evidence, source_id, projects
FROM cube_project;

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

DROP TABLE cube_project_partner_year;
CREATE VIEW cube_project_partner_year AS
SELECT academic_year_id, institution_id, country_code, region, "grouping", subdivision_code, evidence, source_id, projects
FROM cube_project;

DROP TABLE cube_field;
CREATE VIEW cube_field AS
SELECT
  m.academic_year_id, m.direction, m.kind, m.level, left(m.isced_f_code, 2) AS field, m.faculty, p.code AS country_code,
  p.region, p."grouping", m.evidence, m.source_id, m.participants
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code);

DROP TABLE cube_field_place;
CREATE VIEW cube_field_place AS
SELECT academic_year_id, direction, kind, level, field, country_code, region, "grouping", evidence, source_id, participants
FROM cube_field;

DROP TABLE cube_flow_institution;
CREATE VIEW cube_flow_institution AS
SELECT academic_year_id, kind, destination_institution_id AS institution_id, evidence, source_id, participants AS incoming, 0.0 AS outgoing
FROM flows WHERE destination_institution_id IS NOT NULL
UNION ALL
SELECT academic_year_id, kind, origin_institution_id, evidence, source_id, 0.0, participants
FROM flows WHERE origin_institution_id IS NOT NULL;

DROP TABLE cube_activity;
CREATE VIEW cube_activity AS
WITH term AS (
  SELECT p.institution_id, p.evidence, p.source_id, coalesce(p.start_date, p.end_date) AS first_day,
    least(coalesce(p.end_date, p.start_date), d.as_of) AS last_day
  FROM projects AS p CROSS JOIN dataset AS d
  WHERE coalesce(p.start_date, p.end_date) <= d.as_of
),
ran AS (
  SELECT institution_id, evidence, source_id, academic_year(first_day) AS began,
    unnest(generate_series(left(academic_year(first_day), 4)::INTEGER, left(academic_year(last_day), 4)::INTEGER)) AS first_year
  FROM term
),
named AS (
  SELECT r.*, academic_year(make_date(r.first_year, d.year_start_month, 1)) AS academic_year_id
  FROM ran AS r CROSS JOIN dataset AS d
),
acted AS (
  SELECT institution_id, academic_year_id, evidence, source_id, count(*) AS running, count(*) FILTER (academic_year_id = began) AS begun,
    0 AS outbound, 0 AS inbound, 0 AS moved
  FROM named
  GROUP BY ALL
  UNION ALL
  SELECT institution_id, academic_year_id, evidence, source_id, 0, 0,
    coalesce(sum(participants) FILTER (kind = 'student-studies' AND direction = 'outbound'), 0),
    coalesce(sum(participants) FILTER (kind = 'student-studies' AND direction = 'inbound'), 0),
    sum(participants)
  FROM mobility
  WHERE institution_id IS NOT NULL AND participants > 0
  GROUP BY ALL
)
SELECT * FROM acted;

DROP TABLE cube_activity_last;
CREATE VIEW cube_activity_last AS SELECT evidence, academic_year_id FROM cube_activity;

DROP TABLE cube_activity_ever;
CREATE VIEW cube_activity_ever AS SELECT * FROM graded_activity(NULL);
