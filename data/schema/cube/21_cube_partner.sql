-- Mobility by partner: league tables, balances and concentration read this.
CREATE TABLE cube_partner AS
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
  m.source_id,
  sum(m.participants)::BIGINT AS participants
FROM mobility AS m
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
GROUP BY ALL
ORDER BY m.academic_year_id, m.institution_id;
