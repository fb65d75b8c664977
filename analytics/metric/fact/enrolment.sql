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
  coalesce(said($lang, y.name, y.name_zh_hant, y.name_zh_hans), f.faculty) AS faculty_name,
  f.students,
  said($lang, v.name, v.name_zh_hant, v.name_zh_hans) AS evidence_name,
  s.title AS source_title
FROM used AS f
LEFT JOIN faculties AS y ON y.faculty_id = f.faculty
LEFT JOIN labels AS v ON v.dimension = 'evidence' AND v.id = f.evidence::VARCHAR
LEFT JOIN sources AS s ON s.source_id = f.source_id
ORDER BY f.nth;
