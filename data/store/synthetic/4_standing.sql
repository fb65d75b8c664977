-- Alliances, presence, enrolment, aims and what a whole network knows, so that every chart has something to draw.
INSERT INTO alliances (alliance_id, acronym, name, founded, evidence, source_id)
SELECT 'al' || n, 'AL' || n, 'Alliance ' || n, (1990 + 5 * n)::VARCHAR, 'published', 'page' FROM range(1, 7) AS r(n);

INSERT INTO memberships (alliance_id, institution_id, role, joined, "left", confidence, evidence, source_id)
SELECT DISTINCT ON (n, partner) 'al' || n, 'p' || lpad(partner::VARCHAR, 5, '0'), 'member', NULL, NULL, 'explicit', 'published', 'page'
FROM (SELECT n, zipf(drawn(n * 1000 + m, 51), 5000) AS partner FROM range(1, 7) AS r(n), range(60) AS s(m))
UNION ALL
SELECT 'al' || n, 'synthetic', 'founder', NULL, NULL, 'explicit', 'published', 'page' FROM range(1, 7) AS r(n);

INSERT INTO establishments (establishment_id, name, kind, city, subdivision_code, lat, lng, evidence, source_id)
SELECT 'e' || rank, 'Centre ' || rank, 'outpost', s.name, s.code, s.lat, s.lng, 'published', 'page'
FROM provinces JOIN subdivisions AS s USING (code) WHERE rank <= 6;

INSERT INTO programmes (programme_id, name, alliance_id, started, evidence, source_id)
SELECT 'g' || n, 'Programme ' || n, 'al' || n, (2014 + n)::VARCHAR, 'published', 'page' FROM range(1, 5) AS r(n);

INSERT INTO milestones (date, title, pillar, evidence, source_id)
SELECT (2005 + n)::VARCHAR, 'Milestone ' || n, list_extract(['collaboration', 'mobility', 'alliances', 'mainland', 'governance'], (1 + n % 5)::INTEGER),
  'published', 'page'
FROM range(15) AS r(n);

INSERT INTO enrolment (academic_year_id, level, students, evidence, source_id)
SELECT year || '/' || (year + 1), level, 20000 + 500 * (year - 2015), 'published', 'statistics'
FROM range(2015, 2025) AS r(year), (VALUES ('bachelor'), ('master'), ('doctorate')) AS l(level);

INSERT INTO targets (metric_id, academic_year_id, value, evidence, source_id)
SELECT metric, year || '/' || (year + 1), getvariable('mobility_rows') / 12, 'published', 'page'
FROM range(2015, 2025) AS r(year),
  (VALUES ('exchange_out_overseas'), ('exchange_in_overseas'), ('exchange_out_mainland_taiwan'), ('exchange_in_mainland_taiwan')) AS m(metric);

INSERT INTO figures (figure_id, metric_id, value, unit, qualifier, period, as_of, quote, evidence, source_id)
SELECT 'al' || n || '-' || y, 'al' || n || '_members', 20 + 3 * (y - 2010) * n, 'members', 'over', NULL, y::VARCHAR, 'members', 'published', 'page'
FROM range(1, 7) AS r(n), range(2010, 2025, 4) AS s(y)
UNION ALL
SELECT 'aid-cap', 'aid_cap', 50, '%', 'up to', NULL, '2024', 'up to half', 'published', 'page';

INSERT INTO flows (academic_year_id, origin_code, destination_code, kind, participants, evidence, source_id)
SELECT year || '/' || (year + 1), a.code, b.code, 'student-studies', round(20000 / (a.rank * b.rank) * (0.5 + drawn(hash(a.code, b.code, year), 61))),
  'published', 'statistics'
FROM ranked_places AS a, ranked_places AS b, range(2015, 2025) AS r(year)
WHERE a.code <> b.code;

INSERT INTO copublications (academic_year_id, place_a, place_b, works, evidence, source_id)
SELECT year || '/' || (year + 1), a.code, b.code, 1 + floor(30000 / (a.rank * b.rank) * drawn(hash(a.code, b.code, year), 62)), 'published', 'statistics'
FROM ranked_places AS a, ranked_places AS b, range(2015, 2025) AS r(year)
WHERE a.code < b.code;
