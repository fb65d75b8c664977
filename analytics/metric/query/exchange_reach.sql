/*
title: {en: Exchange by group of places, zh-Hant: 按地區組別劃分的學生交流, zh-Hans: 按地区组别划分的学生交流}
definition:
  en: Students on exchange each academic year, the partners they went to or came from, and the countries and regions these are in, for each group of places. Where no student's partner or place is recorded, their number is not known and is left out.
  zh-Hant: 每學年的交流學生人數、相關夥伴院校數目及其所在的國家及地區數目，按地區組別分列。沒有記錄夥伴院校或地方時，有關數目從缺。
  zh-Hans: 每学年的交流学生人数、相关伙伴院校数目及其所在的国家及地区数目，按地区组别分列。没有记录伙伴院校或地方时，有关数目从缺。
formula: Σ participants; count of distinct partners; count of distinct places, where kind = student-studies
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Erasmus Without Paper, mobility kinds
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND participants > 0
    by: {academic_year_id: academic_year_id, direction: direction, grouping: grouping}
    sum: participants
    measures: [participants]
  - table: mobility
    where: >-
      kind = 'student-studies' AND participants > 0
    by: {academic_year_id: academic_year_id, direction: direction, grouping: grouping}
    needs: [institution_id]
    distinct: institution_id
    measures: [partners]
  - table: mobility
    where: >-
      kind = 'student-studies' AND participants > 0 AND country_code <> 'ZZ'
    by: {academic_year_id: academic_year_id, direction: direction, grouping: grouping}
    distinct: country_code
    measures: [places]
*/
WITH students AS (
  SELECT academic_year_id, direction, "grouping", country_code, evidence, source_id, participants
  FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND participants > 0
),
partners AS (
  SELECT academic_year_id, direction, "grouping", count(DISTINCT institution_id)::BIGINT AS partners
  FROM partner_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND participants > 0
  GROUP BY ALL
)
SELECT
  s.academic_year_id,
  s.direction,
  s."grouping",
  sum(s.participants)::BIGINT AS participants,
  any_value(p.partners) AS partners,
  nullif(count(DISTINCT s.country_code) FILTER (s.country_code <> 'ZZ'), 0)::BIGINT AS places,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  max(s.evidence) AS evidence,
  string_agg(DISTINCT s.source_id, '|') AS source_ids
FROM students AS s
LEFT JOIN partners AS p USING (academic_year_id, direction, "grouping")
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = s.academic_year_id
GROUP BY ALL
ORDER BY s.academic_year_id, s.direction, s."grouping";
