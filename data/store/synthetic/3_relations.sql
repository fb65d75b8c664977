-- Projects: one to eight rows of mobility. Agreements: four to a partner.
INSERT INTO projects (
  project_id, project_type, title, institution_id, faculty, office, start_date, end_date, status, evidence, source_id
)
SELECT
  'j' || i, enum_range(NULL::project_type)[1 + zipf(drawn(i, 31), 7) % 7], 'Project ' || i,
  'p' || lpad(zipf(drawn(i, 32), 5000)::VARCHAR, 5, '0'), 'F' || lpad(zipf(drawn(i, 33), 12)::VARCHAR, 2, '0'), NULL,
  started, started + (200 + hash(i, 34) % 1200)::INTEGER, 'recorded',
  CASE WHEN drawn(i, 35) < 0.1 THEN 'derived' ELSE 'published' END::evidence, 'projects'
FROM (
  SELECT i, DATE '2015-09-01' + floor(3650 * pow(i::DOUBLE / (getvariable('mobility_rows') // 8), 0.8))::INTEGER AS started
  FROM range(getvariable('mobility_rows') // 8) AS r(i)
);

INSERT INTO agreements (
  agreement_id, institution_id, kind, signing_date, start_date, end_date, in_effect, mobilities_per_year, isced_f_code,
  evidence, source_id
)
SELECT
  'a' || i, 'p' || lpad((1 + i % 5000)::VARCHAR, 5, '0'),
  CASE WHEN drawn(i, 41) < 0.05 THEN NULL ELSE enum_range(NULL::agreement_kind)[1 + zipf(drawn(i, 42), 4) % 4] END,
  begun - 60, CASE WHEN drawn(i, 43) > 0.05 THEN begun END, CASE WHEN drawn(i, 43) > 0.05 THEN begun + years * 365 END,
  CASE WHEN drawn(i, 43) > 0.05 THEN begun + years * 365 > DATE '2024-06-01' END, 2 + zipf(drawn(i, 44), 20), NULL,
  CASE WHEN drawn(i, 45) < 0.1 THEN 'derived' ELSE 'published' END::evidence, 'agreements'
FROM (
  SELECT i, DATE '2012-09-01' + floor(4500 * drawn(i, 46))::INTEGER AS begun, (3 + hash(i, 47) % 5)::INTEGER AS years
  FROM range(20000) AS r(i)
);
