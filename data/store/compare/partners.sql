-- Partners that {newer} has and {older} has not: institutions with a project, an agreement or people who moved.
WITH
  newer AS (
    SELECT institution_id FROM {newer}.projects
    UNION SELECT institution_id FROM {newer}.agreements
    UNION SELECT institution_id FROM {newer}.mobility
    UNION SELECT origin_institution_id FROM {newer}.flows
    UNION SELECT destination_institution_id FROM {newer}.flows
  ),
  older AS (
    SELECT institution_id FROM {older}.projects
    UNION SELECT institution_id FROM {older}.agreements
    UNION SELECT institution_id FROM {older}.mobility
    UNION SELECT origin_institution_id FROM {older}.flows
    UNION SELECT destination_institution_id FROM {older}.flows
  )
SELECT
  count(*) OVER () AS total,
  i.institution_id, i.name, coalesce(i.name_zh_hant, '') AS name_zh_hant, coalesce(i.name_zh_hans, '') AS name_zh_hans,
  p.code AS place, p.name AS place_name, p.name_zh_hant AS place_zh_hant, p.name_zh_hans AS place_zh_hans
FROM newer
ANTI JOIN older USING (institution_id)
JOIN {newer}.institutions AS i USING (institution_id)
JOIN {newer}.places AS p ON p.code = i.country_code
ANTI JOIN {newer}.dataset AS d ON d.home_institution = i.institution_id
ORDER BY p.name, i.name, i.institution_id
LIMIT $most
