-- Partners whose first dated project, agreement or move came after a day: the largest in projects first.
WITH firsts AS (
  SELECT institution_id, min(year) AS since, count(*) AS dated
  FROM (
    SELECT institution_id, academic_year_id AS year FROM cube_project AS c
    WHERE academic_year_id IS NOT NULL AND keeps($evidence, c.evidence)
    UNION ALL
    SELECT institution_id, academic_year_id FROM cube_partner AS c WHERE keeps($evidence, c.evidence)
    UNION ALL
    SELECT institution_id, academic_year(coalesce(start_date, signing_date)) FROM agreement_status AS c
    WHERE coalesce(start_date, signing_date) IS NOT NULL AND keeps($evidence, c.evidence)
  )
  GROUP BY institution_id
), begun AS (
  SELECT institution_id, sum(projects)::BIGINT AS projects, max(evidence) AS evidence FROM cube_project AS c
  WHERE keeps($evidence, c.evidence)
  GROUP BY institution_id
)
SELECT
  f.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS name,
  i.country_code AS place,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place_label,
  f.since,
  coalesce(b.projects, 0) AS projects,
  coalesce(b.evidence, i.evidence) AS evidence,
  count(*) OVER () AS found
FROM firsts AS f
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
LEFT JOIN begun AS b USING (institution_id)
WHERE f.since >= academic_year(($day::DATE + 1)::DATE)
ORDER BY projects DESC, i.name, f.institution_id
LIMIT $most;
