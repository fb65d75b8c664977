-- The rows as they were read, one a row of the table of the same name, with the place of their partner and under the
-- names that the slices give their columns: so that a filter means the same here as there. What explains a number reads
-- these. fact_row is a row's place in its table.
--
-- fact_mobility_alone is the same without the place, for what asks for none: a table of millions is read without a join.
CREATE VIEW fact_mobility_alone AS
SELECT
  m.rowid AS fact_row, m.academic_year_id, m.direction, m.kind, m.level, coalesce(m.level, 'unstated') AS level_code, m.faculty,
  m.isced_f_code, coalesce(left(m.isced_f_code, 2), 'unstated') AS field, m.institution_id,
  m.participants, m.months, m.aid_amount, m.cost_amount, m.aided_participants, m.evidence, m.source_id
FROM mobility AS m;

CREATE VIEW fact_mobility AS
SELECT
  m.rowid AS fact_row, m.academic_year_id, m.direction, m.kind, m.level, coalesce(m.level, 'unstated') AS level_code, m.faculty,
  m.isced_f_code, coalesce(left(m.isced_f_code, 2), 'unstated') AS field, m.institution_id,
  coalesce(i.country_code, m.country_code) AS country_code, i.subdivision_code, p.region, p."grouping",
  m.participants, m.months, m.aid_amount, m.cost_amount, m.aided_participants, m.evidence, m.source_id
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
LEFT JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code);

-- A project is of the year it started in. Its area is its partner's place; on the Chinese mainland, its province.
CREATE VIEW fact_projects AS
SELECT
  d.rowid AS fact_row, d.project_id, d.title, d.project_type, academic_year(d.start_date) AS academic_year_id, d.start_date, d.end_date,
  d.status, d.faculty, d.office, d.institution_id, i.country_code, i.subdivision_code, p.region, p."grouping",
  CASE WHEN i.country_code = 'CN' THEN coalesce(i.subdivision_code, 'CN') ELSE i.country_code END AS area,
  d.evidence, d.source_id
FROM projects AS d
LEFT JOIN institutions AS i USING (institution_id)
LEFT JOIN places AS p ON p.code = i.country_code;

-- An agreement with its status on the data set's day, and the years its term touches: one that is said to have ended
-- on an unknown day touches the year it began.
CREATE VIEW fact_agreements AS
SELECT
  a.rowid AS fact_row, a.agreement_id, coalesce(a.kind::VARCHAR, 'unstated') AS agreement_kind, a.status, a.days_left,
  a.signing_date, a.start_date, a.end_date, a.in_effect, a.mobilities_per_year, a.isced_f_code, a.institution_id,
  a.country_code, a.subdivision_code, a.region, a."grouping",
  a.first_year, a.last_year,
  a.evidence, a.source_id
FROM agreement_status AS a;

-- Whatever makes an institution a partner, as related_slice has it: a project, an agreement, people who moved.
CREATE VIEW fact_ties AS
SELECT
  'project' AS tie, fact_row, institution_id, country_code, subdivision_code, region, "grouping", project_type, faculty,
  academic_year_id AS first_year, academic_year_id AS last_year, evidence, source_id
FROM fact_projects
UNION ALL
SELECT
  'agreement', fact_row, institution_id, country_code, subdivision_code, region, "grouping", NULL, NULL,
  first_year, last_year, evidence, source_id
FROM fact_agreements
UNION ALL
SELECT
  'mobility', fact_row, institution_id, country_code, subdivision_code, region, "grouping", NULL, faculty,
  academic_year_id, academic_year_id, evidence, source_id
FROM fact_mobility;

CREATE VIEW fact_memberships AS
SELECT
  m.rowid AS fact_row, m.alliance_id, m.institution_id, m.role, m.joined, m."left", m.confidence,
  i.country_code, i.subdivision_code, p.region, p."grouping", i.institution_id = d.home_institution AS home,
  m.evidence, m.source_id
FROM memberships AS m
CROSS JOIN dataset AS d
LEFT JOIN institutions AS i USING (institution_id)
LEFT JOIN places AS p ON p.code = i.country_code;

CREATE VIEW fact_institutions AS
SELECT
  i.rowid AS fact_row, i.institution_id, i.ror_id, i.kind, i.country_code, i.subdivision_code, p.region, p."grouping", i.city,
  i.evidence, i.source_id
FROM institutions AS i
LEFT JOIN places AS p ON p.code = i.country_code;

CREATE VIEW fact_establishments AS
SELECT
  e.rowid AS fact_row, e.establishment_id, e.kind, e.institution_id, e.subdivision_code, e.opened, e.quote, e.evidence, e.source_id
FROM establishments AS e;

CREATE VIEW fact_programmes AS
SELECT
  g.rowid AS fact_row, g.programme_id, g.alliance_id, g.started, g.evidence, g.source_id
FROM programmes AS g;

CREATE VIEW fact_milestones AS
SELECT m.rowid AS fact_row, m.date, m.title, m.pillar, m.evidence, m.source_id
FROM milestones AS m;

-- Figures as they were printed. preference is 1 for the one that is shown of a metric; those of exchange name the
-- direction and the group of places they are of, those of an alliance's members name the alliance.
CREATE VIEW fact_figures AS
SELECT
  f.figure_id, f.metric_id, f.value, f.unit, f.qualifier, f.period, f.as_of, f.quote, f.note, f.preference,
  CASE WHEN f.metric_id LIKE 'exchange\_out\_%' ESCAPE '\' THEN 'outbound' WHEN f.metric_id LIKE 'exchange\_in\_%' ESCAPE '\' THEN 'inbound' END AS direction,
  CASE WHEN f.metric_id LIKE '%\_overseas' ESCAPE '\' THEN 'overseas'
    WHEN f.metric_id LIKE '%\_mainland\_taiwan' ESCAPE '\' THEN 'mainland_taiwan' END AS "grouping",
  a.alliance_id, s.title AS source_title, f.evidence, f.source_id,
  row_number() OVER (ORDER BY f.metric_id, f.preference, f.figure_id) AS fact_row
FROM stated_figures AS f
LEFT JOIN alliances AS a ON f.metric_id = a.alliance_id || '_members'
LEFT JOIN sources AS s ON s.source_id = f.source_id;

CREATE VIEW fact_targets AS
SELECT
  t.rowid AS fact_row, t.*,
  CASE WHEN t.metric_id LIKE 'exchange\_out\_%' ESCAPE '\' THEN 'outbound' WHEN t.metric_id LIKE 'exchange\_in\_%' ESCAPE '\' THEN 'inbound' END AS direction
FROM targets AS t;

CREATE VIEW fact_enrolment AS
SELECT * FROM enrolment_rows;

-- A row that names an institution is where the institution is. pair is the way from one place to the other.
CREATE VIEW fact_flows AS
SELECT
  f.rowid AS fact_row, f.academic_year_id, f.kind, o.code AS origin, o.region AS origin_region, d.code AS destination,
  d.region AS destination_region, o.code || '-' || d.code AS pair,
  f.origin_institution_id, f.destination_institution_id, f.participants, f.evidence, f.source_id
FROM flows AS f
LEFT JOIN institutions AS oi ON oi.institution_id = f.origin_institution_id
LEFT JOIN institutions AS di ON di.institution_id = f.destination_institution_id
LEFT JOIN places AS o ON o.code = coalesce(oi.country_code, f.origin_code)
LEFT JOIN places AS d ON d.code = coalesce(di.country_code, f.destination_code);

CREATE VIEW fact_copublications AS
SELECT
  c.rowid AS fact_row, c.academic_year_id, c.place_a, a.region AS region_a, c.place_b, b.region AS region_b,
  c.place_a || '-' || c.place_b AS pair, c.works, c.evidence, c.source_id
FROM copublications AS c
LEFT JOIN places AS a ON a.code = c.place_a
LEFT JOIN places AS b ON b.code = c.place_b;

-- Whether a term of years touches the years asked for; see touches_years.
CREATE MACRO term_touches(from_year, to_year, first_year, last_year) AS
  coalesce(first_year, last_year) IS NOT NULL
  AND (from_year::VARCHAR IS NULL OR last_year IS NULL OR last_year >= from_year::VARCHAR)
  AND (to_year::VARCHAR IS NULL OR first_year IS NULL OR first_year <= to_year::VARCHAR);
