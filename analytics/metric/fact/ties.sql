/*
title: {en: 'Projects, agreements and mobility', zh-Hant: 項目、協議及人員往來, zh-Hans: 项目、协议及人员往来}
filters: {place: [country_code], region: [region], type: [project_type], faculty: [faculty], evidence: [evidence], partner: [institution_id]}
years: [first_year, last_year]
order: institution_id, tie
persons: true
*/
SELECT
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS tie_name,
  f.first_year,
  f.last_year,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN labels AS k ON k.dimension = 'tie' AND k.id = f.tie::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
