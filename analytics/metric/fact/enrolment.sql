/*
title: {en: Students enrolled, zh-Hant: 註冊學生, zh-Hans: 注册学生}
filters: {evidence: [evidence]}
years: [academic_year_id]
order: academic_year_id DESC, students DESC
persons: true
*/
SELECT
  f.academic_year_id,
  f.level,
  f.students,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
