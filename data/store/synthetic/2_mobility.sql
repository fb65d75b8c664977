-- People who moved: ten years one after the other as registers come in, growing; partners by Zipf's law, each with its
-- own balance; three in a hundred know the place only.
INSERT INTO mobility (
  academic_year_id, direction, institution_id, country_code, kind, level, faculty, isced_f_code, participants, months,
  aid_amount, cost_amount, aided_participants, evidence, source_id
)
WITH drawn_rows AS (
  SELECT
    i,
    2015 + floor(10 * pow(i::DOUBLE / getvariable('mobility_rows'), 0.75))::INTEGER AS year,
    zipf(drawn(i, 11), 5000) AS partner,
    drawn(i, 12) AS turn,
    drawn(i, 13) AS sort,
    1 + floor(-3 * ln(1 - drawn(i, 14) * 0.99))::INTEGER AS people,
    drawn(i, 15) AS aided,
    drawn(i, 16) AS graded
  FROM range(getvariable('mobility_rows')) AS r(i)
)
SELECT
  year || '/' || (year + 1),
  CASE WHEN turn < 0.25 + 0.5 * drawn(partner, 17) THEN 'outbound' ELSE 'inbound' END::direction AS way,
  CASE WHEN graded > 0.97 THEN NULL ELSE 'p' || lpad(partner::VARCHAR, 5, '0') END,
  CASE WHEN graded > 0.97 THEN p.code END,
  CASE WHEN sort < 0.68 THEN 'student-studies' WHEN sort < 0.84 THEN 'student-traineeship' WHEN sort < 0.93 THEN 'staff-teacher'
    ELSE 'staff-training' END::mobility_kind AS what,
  CASE WHEN sort >= 0.84 THEN NULL WHEN sort % 0.1 < 0.065 THEN 'bachelor' WHEN sort % 0.1 < 0.09 THEN 'master' ELSE 'doctorate' END,
  CASE WHEN drawn(i, 19) > 0.02 THEN 'F' || lpad(zipf(drawn(i, 20), 12)::VARCHAR, 2, '0') END,
  lpad((110 + 10 * zipf(drawn(i, 21), 80))::VARCHAR, 4, '0'),
  people,
  people * (1 + floor(drawn(i, 22) * 10)) / 2,
  CASE WHEN way = 'outbound' AND sort < 0.68 AND aided < 0.4 THEN round(people * (8000 + 20000 * drawn(i, 23)), 2) END,
  CASE WHEN way = 'outbound' AND sort < 0.68 AND aided < 0.4 THEN round(people * (30000 + 40000 * drawn(i, 24)), 2) END,
  CASE WHEN way = 'outbound' AND sort < 0.68 THEN CASE WHEN aided < 0.4 THEN people ELSE 0 END END,
  CASE WHEN graded < 0.02 THEN 'illustrative' WHEN graded < 0.1 THEN 'derived' ELSE 'published' END::evidence,
  CASE WHEN graded < 0.1 THEN 'estimate' WHEN sort >= 0.84 THEN 'staff' WHEN graded < 0.25 THEN 'consortium' ELSE 'register-' || year END
FROM drawn_rows JOIN ranked_places AS p ON p.rank = zipf(drawn(i, 18), 120);
