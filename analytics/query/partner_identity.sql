-- One institution: its names in every language, where it is and where that was read.
SELECT
  i.institution_id, i.name, i.name_zh_hant, i.name_zh_hans, i.ror_id, i.country_code, i.city, i.lng, i.lat, i.evidence, i.source_id,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS subdivision
FROM institutions AS i
CROSS JOIN dataset AS d
LEFT JOIN subdivisions AS s ON s.code = i.subdivision_code
WHERE list_contains($partner::VARCHAR[], i.institution_id) AND i.institution_id IS DISTINCT FROM d.home_institution;
