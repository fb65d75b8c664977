-- How a table with a key differs: rows whose key is only after, only before, and rows whose other cells differ.
-- {table} and {key} are names of the import format; {earlier} and {later} are the cells of a row that are compared.
WITH
  earlier AS (SELECT hash({key}) AS key, hash({earlier}) AS row FROM before.{table} AS t),
  later AS (SELECT hash({key}) AS key, hash({later}) AS row FROM after.{table} AS t)
SELECT
  count(*) FILTER (WHERE earlier.key IS NULL) AS added,
  count(*) FILTER (WHERE later.key IS NULL) AS removed,
  count(*) FILTER (WHERE earlier.row <> later.row) AS changed
FROM earlier FULL JOIN later ON later.key = earlier.key
