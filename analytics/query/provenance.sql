-- Rows by table, then rows by source, each by how well they are supported; what has none is left out. The sources
-- table itself is none of them: it is where rows were read, not what was.
WITH graded AS (
  SELECT 'faculties' AS "table", source_id, evidence, count(*) AS n FROM faculties GROUP BY ALL
  UNION ALL SELECT 'institutions' AS "table", source_id, evidence, count(*) AS n FROM institutions GROUP BY ALL
  UNION ALL SELECT 'projects' AS "table", source_id, evidence, count(*) AS n FROM projects GROUP BY ALL
  UNION ALL SELECT 'agreements' AS "table", source_id, evidence, count(*) AS n FROM agreements GROUP BY ALL
  UNION ALL SELECT 'mobility' AS "table", source_id, evidence, count(*) AS n FROM mobility GROUP BY ALL
  UNION ALL SELECT 'alliances' AS "table", source_id, evidence, count(*) AS n FROM alliances GROUP BY ALL
  UNION ALL SELECT 'memberships' AS "table", source_id, evidence, count(*) AS n FROM memberships GROUP BY ALL
  UNION ALL SELECT 'establishments' AS "table", source_id, evidence, count(*) AS n FROM establishments GROUP BY ALL
  UNION ALL SELECT 'programmes' AS "table", source_id, evidence, count(*) AS n FROM programmes GROUP BY ALL
  UNION ALL SELECT 'board' AS "table", source_id, evidence, count(*) AS n FROM board GROUP BY ALL
  UNION ALL SELECT 'milestones' AS "table", source_id, evidence, count(*) AS n FROM milestones GROUP BY ALL
  UNION ALL SELECT 'targets' AS "table", source_id, evidence, count(*) AS n FROM targets GROUP BY ALL
  UNION ALL SELECT 'figures' AS "table", source_id, evidence, count(*) AS n FROM figures GROUP BY ALL
  UNION ALL SELECT 'enrolment' AS "table", source_id, evidence, count(*) AS n FROM enrolment GROUP BY ALL
  UNION ALL SELECT 'flows' AS "table", source_id, evidence, count(*) AS n FROM flows GROUP BY ALL
  UNION ALL SELECT 'copublications' AS "table", source_id, evidence, count(*) AS n FROM copublications GROUP BY ALL
)
SELECT
  "table",
  g.source_id,
  s.title,
  s.publisher,
  s.published_on,
  s.url,
  sum(n)::BIGINT AS rows,
  coalesce(sum(n) FILTER (evidence = 'published'), 0)::BIGINT AS published,
  coalesce(sum(n) FILTER (evidence = 'derived'), 0)::BIGINT AS derived,
  coalesce(sum(n) FILTER (evidence = 'illustrative'), 0)::BIGINT AS illustrative
FROM graded AS g
LEFT JOIN sources AS s USING (source_id)
GROUP BY GROUPING SETS (("table"), (g.source_id, s.title, s.publisher, s.published_on, s.url))
ORDER BY "table" IS NULL, rows DESC, "table", s.title, g.source_id;
