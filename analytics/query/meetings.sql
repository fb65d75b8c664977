-- The advisory board's meetings, oldest first. A meeting known by its year or month alone is taken to be on its last
-- day, so that nothing that came before it is counted as after it.
WITH dated AS (
  SELECT
    b.*,
    CASE length(b.held_on)
      WHEN 4 THEN try_cast(b.held_on || '-12-31' AS DATE)
      WHEN 7 THEN last_day(try_cast(b.held_on || '-01' AS DATE))
      ELSE try_cast(b.held_on AS DATE)
    END AS day
  FROM board AS b
  WHERE keeps($evidence, b.evidence)
)
SELECT
  d.meeting_id,
  d.held_on,
  said($lang, d.title, d.title_zh_hant, d.title_zh_hans) AS title,
  d.agenda,
  d.day::VARCHAR AS day,
  academic_year((d.day + 1)::DATE) AS year_after, -- the year that was not over on that day
  d.evidence,
  d.source_id
FROM dated AS d
ORDER BY d.day NULLS FIRST, d.meeting_id;
