-- Institutions by id, named in $lang.
SELECT institution_id, said($lang, name, name_zh_hant, name_zh_hans) AS name
FROM institutions
WHERE list_contains($partner::VARCHAR[], institution_id)
ORDER BY institution_id;
