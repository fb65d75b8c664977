/*
title: {en: Reciprocity by year, zh-Hant: 各學年往來對等程度, zh-Hans: 各学年往来对等程度}
definition:
  en: How even exchange was in each academic year, over all partners and places together. It is 1 where as many students came as went and 0 where they moved one way only; it has no value where nobody moved.
  zh-Hant: 每學年全部夥伴及地方合計的往來對等程度。來訪與外訪人數相等時為 1，只有單向往來時為 0；無人往來則沒有數值。
  zh-Hans: 每学年全部伙伴及地方合计的往来对等程度。来访与派出人数相等时为 1，只有单向往来时为 0；无人往来则没有数值。
formula: 1 − |outbound − inbound| ÷ (outbound + inbound)
unit: {en: 'index, 0 to 1', zh-Hant: 指數（0 至 1）, zh-Hans: 指数（0 至 1）}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [outbound]
    shows: [reciprocity]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [inbound]
    shows: [reciprocity]
    filters: {direction: []}
*/
WITH moved AS (
  SELECT academic_year_id,
    coalesce(sum(participants) FILTER (direction = 'outbound'), 0)::BIGINT AS outbound,
    coalesce(sum(participants) FILTER (direction = 'inbound'), 0)::BIGINT AS inbound,
    max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM mobility_slice($from, $to, $place, $region, $faculty, NULL, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
  GROUP BY academic_year_id
)
SELECT
  m.academic_year_id,
  m.outbound,
  m.inbound,
  1 - abs(m.outbound - m.inbound) / nullif(m.outbound + m.inbound, 0) AS reciprocity,
  m.outbound + m.inbound AS both_ways,
  coalesce(y.incomplete, false) AS incomplete,
  y.reason AS incomplete_reason,
  m.evidence,
  m.source_ids
FROM moved AS m
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = m.academic_year_id
WHERE m.outbound + m.inbound > 0
ORDER BY m.academic_year_id;
