-- The academic year a day is in. A data set's year starts in dataset.year_start_month.
CREATE MACRO academic_year(day) AS (
  SELECT first_year || '/' || (first_year + 1)
  FROM (SELECT year(day) - (month(day) < d.year_start_month)::INTEGER AS first_year FROM dataset AS d)
  WHERE day IS NOT NULL
);
