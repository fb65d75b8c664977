/*
title: {en: Milestones, zh-Hant: 里程碑, zh-Hans: 里程碑}
filters: {evidence: [evidence]}
order: date, title
*/
SELECT
  f.date,
  said($lang, m.title, m.title_zh_hant, m.title_zh_hans) AS event,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS pillar_name,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN milestones AS m ON m.date = f.date AND m.title = f.title
LEFT JOIN labels AS l ON l.dimension = 'pillar' AND l.id = f.pillar::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
