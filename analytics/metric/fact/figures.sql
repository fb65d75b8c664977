/*
title: {en: Published figures, zh-Hant: 已公布數字, zh-Hans: 已公布数字}
filters: {evidence: [evidence]}
order: metric_id, preference
*/
SELECT
  f.value AS figure_value,
  f.unit AS figure_unit,
  f.qualifier,
  f.period,
  f.as_of,
  f.quote,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
