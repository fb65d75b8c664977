-- Offices, centres and bases with their partner and province.
SELECT
  e.establishment_id,
  said($lang, e.name, e.name_zh_hant, e.name_zh_hans) AS name,
  e.kind,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS kind_label,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS partner,
  e.institution_id AS partner_id,
  said($lang, e.city, e.city_zh_hant, e.city_zh_hans) AS city,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS subdivision,
  e.lat,
  e.lng,
  e.quote,
  e.evidence,
  e.source_id
FROM establishments AS e
LEFT JOIN labels AS l ON l.dimension = 'establishment_kind' AND l.id = e.kind
LEFT JOIN institutions AS i USING (institution_id)
LEFT JOIN subdivisions AS s ON s.code = e.subdivision_code
WHERE keeps($evidence, e.evidence) AND keeps($partner, e.institution_id)
ORDER BY l.position, e.establishment_id;
