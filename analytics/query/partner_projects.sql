-- The projects with the partners and places asked for, the latest first; a page of them.
SELECT
  d.project_id, d.title, d.project_type::VARCHAR AS project_type, said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS type_name,
  coalesce(said($lang, f.name, f.name_zh_hant, f.name_zh_hans), d.faculty) AS faculty_name,
  d.start_date, d.end_date, d.evidence, d.source_id, count(*) OVER ()::BIGINT AS total
FROM projects AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = i.country_code
JOIN labels AS l ON l.dimension = 'type' AND l.id = d.project_type::VARCHAR
LEFT JOIN faculties AS f ON f.faculty_id = d.faculty
WHERE keeps($partner, d.institution_id) AND keeps($place, p.code) AND keeps($type, d.project_type) AND keeps($faculty, d.faculty)
  AND keeps($evidence, d.evidence) AND (($from::VARCHAR IS NULL AND $to::VARCHAR IS NULL) OR within_years($from, $to, academic_year(d.start_date)))
ORDER BY d.start_date DESC NULLS LAST, d.project_id
LIMIT $limit OFFSET $offset;
