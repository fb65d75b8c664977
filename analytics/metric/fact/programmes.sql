/*
title: {en: Programmes, zh-Hant: 計劃, zh-Hans: 计划}
filters: {evidence: [evidence]}
order: started DESC NULLS LAST, programme_id
*/
SELECT
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS programme,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  f.started,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN programmes AS g ON g.programme_id = f.programme_id
LEFT JOIN alliances AS a ON a.alliance_id = f.alliance_id
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
