-- The year a day is in. A data set's year starts in dataset.year_start_month; one that starts in January is a
-- calendar year, written 2018, any other spans two, written 2017/2018.
CREATE MACRO academic_year(day) AS (
  SELECT CASE WHEN calendar THEN first_year::VARCHAR ELSE first_year || '/' || (first_year + 1) END
  FROM (
    SELECT year(day) - (month(day) < d.year_start_month)::INTEGER AS first_year, d.year_start_month = 1 AS calendar
    FROM dataset AS d
  )
  WHERE day IS NOT NULL
);

-- The last day of a year.
CREATE MACRO year_end(of_year) AS (
  SELECT (make_date(substr(of_year, 1, 4)::INTEGER + 1, d.year_start_month, 1) - 1)::DATE FROM dataset AS d
);
