-- The alliances that institutions of the places and partners asked for are named as members of.
SELECT
  a.alliance_id,
  said($lang, a.name, a.name_zh_hant, a.name_zh_hans) AS name,
  a.acronym,
  i.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, r.name, r.name_zh_hant, r.name_zh_hans) AS role,
  m.joined,
  m.confidence::VARCHAR AS confidence,
  m.evidence,
  m.source_id
FROM memberships AS m
JOIN alliances AS a USING (alliance_id)
JOIN institutions AS i USING (institution_id)
CROSS JOIN dataset AS d
LEFT JOIN labels AS r ON r.dimension = 'role' AND r.id = coalesce(m.role, 'member')
WHERE m."left" IS NULL AND i.institution_id IS DISTINCT FROM d.home_institution
  AND keeps($partner, i.institution_id) AND keeps($place, i.country_code) AND keeps($evidence, m.evidence)
ORDER BY a.founded NULLS LAST, a.alliance_id, institution, i.institution_id;
