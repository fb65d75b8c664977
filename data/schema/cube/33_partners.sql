-- What institutions are found by: their names in every language without accents or capitals, their city, and the first
-- letters of the English name's words, for HKUST and the like.
CREATE TABLE partner_search AS
SELECT
  i.institution_id,
  list_distinct(list_transform(
    list_filter([i.name, i.name_zh_hant, i.name_zh_hans], lambda n: n IS NOT NULL), lambda n: lower(strip_accents(n))
  )) AS names,
  lower(array_to_string(regexp_extract_all(regexp_replace(strip_accents(i.name), '^The ', ''), '\b\p{Lu}'), '')) AS acronym,
  lower(strip_accents(concat_ws(' ', i.city, i.schac, i.ror_id, i.institution_id))) AS further
FROM institutions AS i
ORDER BY i.institution_id;

-- Flows as each institution sees them, by year.
CREATE TABLE cube_flow_institution AS
SELECT academic_year_id, kind, institution_id, evidence, source_id, round(sum(came), 6) AS incoming, round(sum(went), 6) AS outgoing
FROM (
  SELECT academic_year_id, kind, destination_institution_id AS institution_id, evidence, source_id, participants AS came, 0.0 AS went
  FROM flows WHERE destination_institution_id IS NOT NULL
  UNION ALL
  SELECT academic_year_id, kind, origin_institution_id, evidence, source_id, 0.0, participants
  FROM flows WHERE origin_institution_id IS NOT NULL
)
GROUP BY ALL
ORDER BY institution_id, academic_year_id;

-- How well a search fits an institution, best first: 1 its acronym or its whole name, 2 the beginning of a name,
-- 3 the beginning of a word of it, 4 anything in a name, 5 its city or one of its ids; null where nothing fits.
CREATE MACRO search_rank(wanted, names, acronym, further) AS CASE
  WHEN wanted = '' THEN 0
  WHEN acronym = wanted OR list_contains(names, wanted) THEN 1
  WHEN len(list_filter(names, lambda n: starts_with(n, wanted))) > 0 THEN 2
  WHEN len(list_filter(names, lambda n: contains(n, ' ' || wanted))) > 0 THEN 3
  WHEN len(list_filter(names, lambda n: contains(n, wanted))) > 0 THEN 4
  WHEN contains(further, wanted) THEN 5
END;
