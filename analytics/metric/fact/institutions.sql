/*
title: {en: Institutions, zh-Hant: 院校及機構, zh-Hans: 院校及机构}
filters: {place: [country_code], region: [region], evidence: [evidence], partner: [institution_id]}
order: institution_id
*/
SELECT
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  f.city,
  f.ror_id,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
