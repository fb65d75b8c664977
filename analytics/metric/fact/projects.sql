/*
title: {en: Projects, zh-Hant: 項目, zh-Hans: 项目}
filters: {place: [country_code], region: [region], type: [project_type], faculty: [faculty], evidence: [evidence], partner: [institution_id]}
years: [academic_year_id]
order: start_date DESC NULLS LAST
*/
SELECT
  f.academic_year_id,
  f.title AS project,
  said($lang, t.name, t.name_zh_hant, t.name_zh_hans) AS type_name,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  coalesce(said($lang, y.name, y.name_zh_hant, y.name_zh_hans), f.faculty) AS faculty_name,
  f.start_date,
  f.end_date,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN faculties AS y ON y.faculty_id = f.faculty
LEFT JOIN labels AS t ON t.dimension = 'type' AND t.id = f.project_type::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
