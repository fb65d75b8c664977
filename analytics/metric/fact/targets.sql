/*
title: {en: Targets, zh-Hant: 目標, zh-Hans: 目标}
filters: {direction: [direction], evidence: [evidence]}
years: [academic_year_id]
order: academic_year_id DESC, metric_id
*/
SELECT
  f.academic_year_id,
  coalesce(said($lang, l.name, l.name_zh_hant, l.name_zh_hans), f.metric_id) AS target_name,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  f.value AS figure_value,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN labels AS l ON l.dimension = 'target' AND l.id = f.metric_id
LEFT JOIN regions AS g ON g.code = f.region
LEFT JOIN places AS p ON p.code = f.country_code
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
