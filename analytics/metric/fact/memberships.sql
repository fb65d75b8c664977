/*
title: {en: Alliance memberships, zh-Hant: 聯盟成員名單, zh-Hans: 联盟成员名单}
filters: {place: [country_code], region: [region], evidence: [evidence], partner: [institution_id]}
order: alliance_id, institution_id
*/
SELECT
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, r.name, r.name_zh_hant, r.name_zh_hans) AS role_name,
  said($lang, c.name, c.name_zh_hant, c.name_zh_hans) AS confidence_name,
  f.joined,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN alliances AS a ON a.alliance_id = f.alliance_id
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN labels AS r ON r.dimension = 'role' AND r.id = f.role::VARCHAR
LEFT JOIN labels AS c ON c.dimension = 'confidence' AND c.id = f.confidence::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
