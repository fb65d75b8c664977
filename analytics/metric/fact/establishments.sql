/*
title: {en: Establishments, zh-Hant: 據點, zh-Hans: 据点}
filters: {evidence: [evidence]}
order: establishment_id
*/
SELECT
  said($lang, e.name, e.name_zh_hant, e.name_zh_hans) AS establishment,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  said($lang, e.city, e.city_zh_hant, e.city_zh_hans) AS city,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  f.quote,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN establishments AS e ON e.establishment_id = f.establishment_id
LEFT JOIN labels AS k ON k.dimension = 'establishment_kind' AND k.id = f.kind::VARCHAR
LEFT JOIN institutions AS i ON i.institution_id = f.institution_id
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
