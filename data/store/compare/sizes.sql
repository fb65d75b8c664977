-- A table's rows before and after, and whether they are the same rows: equal sums of hashes stand for equal content.
-- {earlier} and {later} are the cells of a row that are compared.
SELECT
  b.rows AS before,
  a.rows AS after,
  b.rows = a.rows AND b.content IS NOT DISTINCT FROM a.content AS same
FROM
  (SELECT count(*) AS rows, sum(hash({earlier})::HUGEINT) AS content FROM before.{table} AS t) AS b,
  (SELECT count(*) AS rows, sum(hash({later})::HUGEINT) AS content FROM after.{table} AS t) AS a
