/*
title: {en: Growth of exchange by region, zh-Hant: 各地區交流增長, zh-Hans: 各地区交流增长}
definition:
  en: >-
    Exchange students of each region in the first and the last academic year chosen that do not look incomplete, the change from the year
    before to the last, and the compound annual growth rate from the first to the last: the same rate each year that leads from the one to
    the other. With a place or region chosen, places are compared. A rate from nobody has no value.
  zh-Hant: 所選期間首個及最後一個資料齊全學年各地區的交流學生人數、最後一年的按年變動，以及首末兩年間的複合年均增長率，即由首年至末年每年相同的增長率。選定地方或地區時，比較各地方。由零開始者沒有增長率。
  zh-Hans: 所选期间首个及最后一个资料齐全学年各地区的交流学生人数、最后一年的同比变动，以及首末两年间的复合年均增长率，即由首年至末年每年相同的增长率。选定地方或地区时，比较各地方。由零开始者没有增长率。
formula: year on year = last ÷ year before − 1; CAGR = (last ÷ first)^(1 ÷ years) − 1
unit: {en: '% a year', zh-Hant: 每年 %, zh-Hans: 每年 %}
source: Compound annual growth rate, textbook definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id, region: region, country_code: country_code?}
    sum: participants
    measures: [participants]
    shows: [year_on_year, cagr, growth_years]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {first_year: academic_year_id, region: region, country_code: country_code?}
    sum: participants
    measures: [first_participants]
    shows: [cagr, growth_years]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {region: region, country_code: country_code?}
    row: left(academic_year_id, 4)::INTEGER = left($row_academic_year_id, 4)::INTEGER - 1
    sum: participants
    measures: [previous_participants]
    shows: [year_on_year]
*/
WITH counted AS (
  SELECT c.*, CASE WHEN coalesce(len($place::VARCHAR[]), 0) + coalesce(len($region::VARCHAR[]), 0) > 0 THEN c.country_code END AS code
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence) AS c
  WHERE c.kind = 'student-studies' AND c."grouping" <> 'home'
), bounds AS (
  SELECT min(academic_year_id) AS first_year, max(academic_year_id) AS last_year
  FROM (
    SELECT DISTINCT m.academic_year_id
    FROM place_slice($from, $to, NULL, NULL, NULL, $direction, $evidence) AS m
    LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = m.academic_year_id
    WHERE m.kind = 'student-studies' AND m."grouping" <> 'home' AND NOT coalesce(y.incomplete, false)
  )
), summed AS (
  SELECT
    c.region, c.code, b.first_year, b.last_year,
    left(b.last_year, 4)::INTEGER - left(b.first_year, 4)::INTEGER AS growth_years,
    coalesce(sum(c.participants) FILTER (c.academic_year_id = b.first_year), 0) AS first_n,
    coalesce(sum(c.participants) FILTER (left(c.academic_year_id, 4)::INTEGER = left(b.last_year, 4)::INTEGER - 1), 0) AS previous_n,
    coalesce(sum(c.participants) FILTER (c.academic_year_id = b.last_year), 0) AS last_n,
    max(c.evidence) AS evidence, string_agg(DISTINCT c.source_id, '|') AS source_ids
  FROM counted AS c
  CROSS JOIN bounds AS b
  WHERE c.academic_year_id BETWEEN b.first_year AND b.last_year
  GROUP BY ALL
)
SELECT
  s.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  s.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  s.first_year,
  s.last_year AS academic_year_id,
  s.growth_years,
  s.first_n::BIGINT AS first_participants,
  CASE WHEN s.growth_years > 1 THEN s.previous_n END::BIGINT AS previous_participants,
  s.last_n::BIGINT AS participants,
  CASE WHEN s.growth_years > 1 THEN s.last_n / nullif(s.previous_n, 0) - 1 END AS year_on_year,
  CASE WHEN s.last_n > 0 THEN pow(s.last_n / nullif(s.first_n, 0), 1.0 / s.growth_years) - 1 END AS cagr,
  s.evidence,
  s.source_ids
FROM summed AS s
JOIN regions AS g ON g.code = s.region
LEFT JOIN places AS p ON p.code = s.code
WHERE s.growth_years > 0 AND s.first_n + s.last_n > 0
ORDER BY s.region = 'unstated', s.last_n DESC, g.position, s.code;
