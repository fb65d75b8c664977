/*
title: {en: Mobility, zh-Hant: 人員往來, zh-Hans: 人员往来}
filters: {place: [country_code], region: [region], faculty: [faculty], direction: [direction], evidence: [evidence], partner: [institution_id]}
years: [academic_year_id]
joined: [country_code, subdivision_code, region, grouping]
order: participants DESC
persons: true
*/
SELECT
  f.academic_year_id,
  said($lang, d.name, d.name_zh_hant, d.name_zh_hans) AS direction_name,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  f.level,
  coalesce(said($lang, y.name, y.name_zh_hant, y.name_zh_hans), f.faculty) AS faculty_name,
  f.participants,
  f.months,
  f.aid_amount::DOUBLE AS aid_amount,
  f.cost_amount::DOUBLE AS cost_amount,
  f.aided_participants,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN faculties AS y ON y.faculty_id = f.faculty
LEFT JOIN labels AS d ON d.dimension = 'direction' AND d.id = f.direction::VARCHAR
LEFT JOIN labels AS k ON k.dimension = 'mobility_kind' AND k.id = f.kind::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
