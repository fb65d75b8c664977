-- Published figures, best first within a metric: the latest that is not after the data set's day, then later and undated ones.
SELECT
  f.figure_id, f.metric_id, f.value, f.unit, f.qualifier, f.period, f.as_of, f.quote, f.note, f.evidence, f.source_id
FROM figures AS f
CROSS JOIN dataset AS d
ORDER BY
  f.metric_id,
  CASE WHEN f.as_of IS NULL THEN 2 WHEN f.as_of <= d.as_of::VARCHAR THEN 0 ELSE 1 END,
  f.as_of DESC,
  f.figure_id;
