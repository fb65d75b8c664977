/*
title: {en: Flows between places, zh-Hant: 地方之間的人員流動, zh-Hans: 地方之间的人员流动}
filters: {place: [origin, destination], region: [origin_region, destination_region], evidence: [evidence]}
years: [academic_year_id]
order: participants DESC
persons: true
*/
SELECT
  f.academic_year_id,
  said($lang, o.name, o.name_zh_hant, o.name_zh_hans) AS from_place,
  said($lang, d.name, d.name_zh_hant, d.name_zh_hans) AS to_place,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  f.participants AS moved,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN places AS o ON o.code = f.origin
LEFT JOIN places AS d ON d.code = f.destination
LEFT JOIN labels AS k ON k.dimension = 'mobility_kind' AND k.id = f.kind::VARCHAR
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
