-- Who counts as a partner: whoever a project, an agreement or a move of students or staff ties to the home institution.
-- Agreements know neither faculty nor project type, moves know no project type: asked for one, they are left out.
CREATE MACRO related_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT c.institution_id, c.country_code, c.region, c."grouping", c.subdivision_code, c.evidence, c.source_id
FROM project_slice(from_year, to_year, place, region, type, faculty, evidence) AS c
UNION ALL
SELECT c.institution_id, c.country_code, c.region, c."grouping", c.subdivision_code, c.evidence, c.source_id
FROM agreement_slice(place, region, evidence) AS c
WHERE keeps(type, NULL) AND keeps(faculty, NULL)
UNION ALL
SELECT c.institution_id, c.country_code, c.region, c."grouping", c.subdivision_code, c.evidence, c.source_id
FROM partner_slice(from_year, to_year, place, region, faculty, NULL, evidence) AS c
WHERE keeps(type, NULL);
