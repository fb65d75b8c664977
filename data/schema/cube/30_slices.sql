-- The filters' one meaning: each fact's rows that a filter lets through. An empty list or null lets all through.
-- The names of the parameters are those of analytics/filter.
CREATE MACRO keeps(wanted, value) AS
  coalesce(len(wanted::VARCHAR[]), 0) = 0 OR list_contains(wanted::VARCHAR[], value::VARCHAR);

CREATE MACRO within_years(from_year, to_year, value) AS
  (from_year::VARCHAR IS NULL OR value >= from_year::VARCHAR) AND (to_year::VARCHAR IS NULL OR value <= to_year::VARCHAR);

CREATE MACRO mobility_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM cube_mobility AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(faculty, c.faculty)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

CREATE MACRO partner_slice(from_year, to_year, place, region, faculty, direction, evidence) AS TABLE
SELECT * FROM cube_partner AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(faculty, c.faculty)
  AND keeps(direction, c.direction) AND keeps(evidence, c.evidence);

CREATE MACRO project_slice(from_year, to_year, place, region, type, faculty, evidence) AS TABLE
SELECT * FROM cube_project AS c
WHERE within_years(from_year, to_year, c.academic_year_id)
  AND keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(type, c.project_type)
  AND keeps(faculty, c.faculty) AND keeps(evidence, c.evidence);

CREATE MACRO agreement_slice(place, region, evidence) AS TABLE
SELECT * FROM agreement_status AS c
WHERE keeps(place, c.country_code) AND keeps(region, c.region) AND keeps(evidence, c.evidence);

-- A name in the language asked for; where the data has none in it, the English one.
CREATE MACRO said(lang, name, name_zh_hant, name_zh_hans) AS CASE lang::VARCHAR
  WHEN 'zh-Hant' THEN coalesce(name_zh_hant, name)
  WHEN 'zh-Hans' THEN coalesce(name_zh_hans, name)
  ELSE name
END;
