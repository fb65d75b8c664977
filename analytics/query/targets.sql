-- What was aimed at for all, not for one region or place.
SELECT metric_id, academic_year_id, value, evidence, source_id
FROM targets
WHERE region IS NULL AND country_code IS NULL
ORDER BY metric_id, academic_year_id;
