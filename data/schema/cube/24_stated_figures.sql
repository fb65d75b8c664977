-- Every published figure with its place among those of its metric: first the one stated nearest the data set's day,
-- last those without a date. A year or a month counts as that day when the data set's day lies in it.
CREATE TABLE stated_figures AS
SELECT
  f.*,
  row_number() OVER (
    PARTITION BY f.metric_id
    ORDER BY
      f.as_of IS NULL,
      CASE
        WHEN d.as_of::VARCHAR LIKE f.as_of || '%' THEN 0
        ELSE abs(date_diff('day', d.as_of, (f.as_of || substr('-01-01', length(f.as_of) - 3))::DATE))
      END,
      f.figure_id
  ) AS preference
FROM figures AS f
CROSS JOIN dataset AS d
ORDER BY f.metric_id, preference;
