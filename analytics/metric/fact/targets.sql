/*
title: {en: Targets, zh-Hant: 目標, zh-Hans: 目标}
filters: {direction: [direction], evidence: [evidence]}
years: [academic_year_id]
order: academic_year_id DESC, metric_id
*/
SELECT
  f.academic_year_id,
  f.metric_id,
  f.value AS figure_value,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
