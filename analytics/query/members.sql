-- Every named member of every alliance with its place.
SELECT
  m.alliance_id,
  i.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS name,
  i.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  m.confidence,
  coalesce(i.institution_id = d.home_institution, false) AS home,
  m.source_id
FROM memberships AS m
CROSS JOIN dataset AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
WHERE keeps($evidence, m.evidence)
ORDER BY m.alliance_id, p.code, i.name;
