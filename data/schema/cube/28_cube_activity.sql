-- When each partner did something with the home institution, year by year: projects that ran in it, and people who moved.
-- A project runs from its start to its end, or to the data set's day where that is earlier; one whose end is not known
-- runs in the year it started. begun counts a project once, in its first year; outbound and inbound are exchange
-- students, moved is everybody.
CREATE TABLE cube_activity AS
WITH term AS (
  SELECT p.institution_id, p.evidence, p.source_id, coalesce(p.start_date, p.end_date) AS first_day,
    least(coalesce(p.end_date, p.start_date), d.as_of) AS last_day
  FROM projects AS p CROSS JOIN dataset AS d
  WHERE coalesce(p.start_date, p.end_date) <= d.as_of
),
ran AS (
  SELECT institution_id, evidence, source_id, academic_year(first_day) AS began,
    unnest(generate_series(left(academic_year(first_day), 4)::INTEGER, left(academic_year(last_day), 4)::INTEGER)) AS first_year
  FROM term
),
named AS (
  SELECT r.*, academic_year(make_date(r.first_year, d.year_start_month, 1)) AS academic_year_id
  FROM ran AS r CROSS JOIN dataset AS d
),
acted AS (
  SELECT institution_id, academic_year_id, evidence, source_id, count(*) AS running, count(*) FILTER (academic_year_id = began) AS begun,
    0 AS outbound, 0 AS inbound, 0 AS moved
  FROM named
  GROUP BY ALL
  UNION ALL
  SELECT institution_id, academic_year_id, evidence, source_id, 0, 0,
    coalesce(sum(participants) FILTER (kind = 'student-studies' AND direction = 'outbound'), 0),
    coalesce(sum(participants) FILTER (kind = 'student-studies' AND direction = 'inbound'), 0),
    sum(participants)
  FROM mobility
  WHERE institution_id IS NOT NULL AND participants > 0
  GROUP BY ALL
)
SELECT institution_id, academic_year_id, evidence, string_agg(DISTINCT source_id, '|' ORDER BY source_id) AS source_id, sum(running)::BIGINT AS running, sum(begun)::BIGINT AS begun,
  sum(outbound)::BIGINT AS outbound, sum(inbound)::BIGINT AS inbound, sum(moved)::BIGINT AS moved
FROM acted
GROUP BY ALL
ORDER BY institution_id, academic_year_id;
