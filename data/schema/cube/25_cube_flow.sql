-- Flows from place to place. A row that names an institution is where the institution is.
-- Sums of fractions are rounded where their last digits are noise of the arithmetic.
CREATE TABLE cube_flow AS
SELECT
  f.academic_year_id,
  f.kind,
  o.code AS origin,
  o.region AS origin_region,
  d.code AS destination,
  d.region AS destination_region,
  f.evidence,
  f.source_id,
  round(sum(f.participants), 6) AS participants
FROM flows AS f
LEFT JOIN institutions AS oi ON oi.institution_id = f.origin_institution_id
LEFT JOIN institutions AS di ON di.institution_id = f.destination_institution_id
JOIN places AS o ON o.code = coalesce(oi.country_code, f.origin_code)
JOIN places AS d ON d.code = coalesce(di.country_code, f.destination_code)
GROUP BY ALL
ORDER BY f.academic_year_id, origin, destination;
