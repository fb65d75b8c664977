/*
title: {en: Joint works by pair, zh-Hant: 各組合著作品, zh-Hans: 各组合著作品}
filters: {place: [place_a, place_b], region: [region_a, region_b], evidence: [evidence]}
years: [academic_year_id]
order: works DESC
*/
SELECT
  f.academic_year_id,
  said($lang, a.name, a.name_zh_hant, a.name_zh_hans) AS place_a,
  said($lang, b.name, b.name_zh_hant, b.name_zh_hans) AS place_b,
  f.works,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN places AS a ON a.code = f.place_a
LEFT JOIN places AS b ON b.code = f.place_b
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
