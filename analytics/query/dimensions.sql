-- The values each filter may take, in reading order, named in $lang.
SELECT dimension, id, label, region, position FROM (
  SELECT dimension, id, said($lang, name, name_zh_hant, name_zh_hans) AS label, region, position FROM filter_values
)
ORDER BY dimension, position, CASE WHEN dimension IN ('year', 'faculty') THEN id ELSE label END, id;
