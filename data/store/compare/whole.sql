-- How a table without a key differs: a row that stands twice before and three times after counts as one added.
-- {earlier} and {later} are the cells of a row that are compared.
WITH counted AS (
  SELECT
    row,
    count(*) FILTER (WHERE late) - count(*) FILTER (WHERE NOT late) AS more
  FROM (
    SELECT hash({earlier}) AS row, false AS late FROM before.{table} AS t
    UNION ALL
    SELECT hash({later}) AS row, true AS late FROM after.{table} AS t
  )
  GROUP BY row
)
SELECT
  coalesce(sum(more) FILTER (WHERE more > 0), 0)::BIGINT AS added,
  coalesce(-sum(more) FILTER (WHERE more < 0), 0)::BIGINT AS removed,
  0::BIGINT AS changed
FROM counted
