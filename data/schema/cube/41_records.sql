-- What is graded published was read in a publication, or in a file of the data set that names none: then it is the
-- institution's own record, and is called so.
UPDATE labels SET name = w.name, name_zh_hant = w.name_zh_hant, name_zh_hans = w.name_zh_hans
FROM (
  SELECT bool_and(own) AS alone, bool_or(own) AS beside FROM (SELECT source_id = title AND url IS NULL AS own FROM sources)
) AS s
JOIN (
  VALUES (true, 'Own records', '機構自有記錄', '机构自有记录'),
    (false, 'Published or own records', '已公布或機構自有記錄', '已公布或机构自有记录')
) AS w(alone, name, name_zh_hant, name_zh_hans) ON w.alone = s.alone
WHERE labels.dimension = 'evidence' AND labels.id = 'published' AND s.beside;
