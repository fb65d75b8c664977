-- Mobility by partner and faculty: read only where a faculty is asked for, which comes first in its order.
CREATE TABLE cube_partner_faculty AS
SELECT
  m.academic_year_id,
  m.direction,
  m.kind,
  m.faculty,
  m.institution_id,
  p.code AS country_code,
  p.region,
  p."grouping",
  i.subdivision_code,
  m.evidence,
  string_agg(DISTINCT m.source_id, '|' ORDER BY m.source_id) AS source_id,
  sum(m.participants)::BIGINT AS participants
FROM mobility AS m
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
GROUP BY ALL
ORDER BY m.faculty, m.kind, m.academic_year_id, m.institution_id;

-- By partner and year: league tables, balances and concentration over the years.
CREATE TABLE cube_partner AS
SELECT
  academic_year_id, direction, kind, institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants
FROM cube_partner_faculty
GROUP BY ALL
ORDER BY kind, academic_year_id, institution_id;

-- By partner, all years together.
CREATE TABLE cube_partner_total AS
SELECT
  direction, kind, institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants
FROM cube_partner
GROUP BY ALL
ORDER BY kind, institution_id;

-- Which partners anybody moved to or from, by year, and in any.
CREATE TABLE cube_active AS
SELECT
  academic_year_id, institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants
FROM cube_partner
GROUP BY ALL
ORDER BY academic_year_id, institution_id;

CREATE TABLE cube_active_ever AS
SELECT
  institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id
FROM cube_active
GROUP BY ALL
ORDER BY institution_id;

-- By partner and faculty, all years together.
CREATE TABLE cube_partner_faculty_total AS
SELECT
  direction, kind, faculty, institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants
FROM cube_partner_faculty
GROUP BY ALL
ORDER BY faculty, kind, institution_id;

-- Where anybody moved to or from, by year and faculty, of those whose institution is known.
CREATE TABLE cube_active_place AS
SELECT
  academic_year_id, faculty, country_code, region, "grouping", evidence,
  each_once(string_agg(source_id, '|')) AS source_id
FROM cube_partner_faculty
WHERE participants > 0
GROUP BY ALL
ORDER BY faculty, academic_year_id, country_code;

-- By faculty and partner, all years together, either way.
CREATE TABLE cube_active_faculty AS
SELECT
  faculty, institution_id, country_code, region, "grouping", subdivision_code, evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants
FROM cube_partner_faculty_total
WHERE faculty IS NOT NULL
GROUP BY ALL
ORDER BY faculty, institution_id;
