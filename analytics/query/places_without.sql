-- Countries and regions without a partner, by region: with students on the move there, or never touched. A partner is an
-- institution that a project, an agreement, a move or a named membership ties to the home institution.
WITH tied AS (
  SELECT country_code FROM related_slice(NULL, NULL, NULL, NULL, NULL, NULL, $evidence)
  UNION
  SELECT i.country_code FROM memberships AS m JOIN institutions AS i USING (institution_id)
  WHERE m."left" IS NULL AND keeps($evidence, m.evidence)
),
moved AS (
  SELECT country_code, sum(participants)::BIGINT AS students, max(evidence) AS evidence
  FROM place_slice(NULL, NULL, NULL, NULL, NULL, NULL, $evidence)
  WHERE kind = 'student-studies'
  GROUP BY country_code
)
SELECT p.code, said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS name, p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_label, coalesce(m.students, 0)::BIGINT AS students, m.evidence
FROM places AS p
JOIN regions AS g ON g.code = p.region
CROSS JOIN dataset AS d
LEFT JOIN moved AS m ON m.country_code = p.code
WHERE d.home_institution IS NOT NULL AND p.code <> 'ZZ' AND p.code IS DISTINCT FROM d.home_place AND p."grouping" <> 'home'
  AND keeps($region, p.region) AND keeps($place, p.code)
  AND p.code NOT IN (SELECT country_code FROM tied WHERE country_code IS NOT NULL)
ORDER BY g.position, students DESC, name, p.code;
