-- What was aimed at.
SELECT metric_id, academic_year_id, value, evidence, source_id FROM targets ORDER BY metric_id, academic_year_id;
