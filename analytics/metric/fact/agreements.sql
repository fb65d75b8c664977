/*
title: {en: Agreements, zh-Hant: 協議, zh-Hans: 协议}
filters: {place: [country_code], region: [region], evidence: [evidence], partner: [institution_id]}
years: [first_year, last_year]
order: end_date NULLS LAST
*/
SELECT
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  said($lang, t.name, t.name_zh_hant, t.name_zh_hans) AS status_name,
  f.start_date,
  f.end_date,
  f.mobilities_per_year,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN labels AS k ON k.dimension = 'agreement_kind' AND k.id = f.agreement_kind::VARCHAR
LEFT JOIN labels AS t ON t.dimension = 'agreement_status' AND t.id = f.status::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
