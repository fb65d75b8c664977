-- What the place at the centre of the data set is called in $lang; no row where there is none.
SELECT said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS home
FROM dataset AS d JOIN places AS p ON p.code = d.home_place;
