-- Mobility without its partner: what every dashboard chart by year, place, faculty and level reads.
CREATE TABLE cube_mobility AS
SELECT
  m.academic_year_id,
  m.direction,
  m.kind,
  m.level,
  m.faculty,
  p.code AS country_code,
  p.region,
  p."grouping",
  m.evidence,
  m.source_id,
  sum(m.participants)::BIGINT AS participants,
  sum(m.months) AS months,
  sum(m.aid_amount)::DOUBLE AS aid_amount,
  sum(m.cost_amount)::DOUBLE AS cost_amount,
  sum(m.aided_participants)::BIGINT AS aided_participants
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code)
GROUP BY ALL
ORDER BY m.academic_year_id, country_code, m.faculty;
