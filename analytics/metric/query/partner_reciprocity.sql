/*
title: {en: Reciprocity by partner, zh-Hant: 夥伴院校往來對等程度, zh-Hans: 伙伴院校往来对等程度}
definition:
  en: Students sent to and received from each partner over the years chosen. Reciprocity is 1 where both are equal and 0 where students move one way only; it has no value where nobody moved.
  zh-Hant: 所選學年內外訪至及來自每所夥伴院校的學生人數。兩者相等時對等程度為 1，只有單向往來時為 0；無人往來則沒有數值。
  zh-Hans: 所选学年内派往及来自每所伙伴院校的学生人数。两者相等时对等程度为 1，只有单向往来时为 0；无人往来则没有数值。
formula: 1 − |outbound − inbound| ÷ (outbound + inbound)
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'outbound'
    by: {institution_id: institution_id}
    sum: participants
    measures: [outbound]
    less: [net]
    shows: [reciprocity]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND direction = 'inbound'
    by: {institution_id: institution_id}
    sum: participants
    measures: [inbound, net]
    shows: [reciprocity]
    filters: {direction: []}
*/
WITH counted AS (
  SELECT
    institution_id,
    country_code,
    sum(CASE WHEN direction = 'outbound' THEN participants ELSE 0 END)::BIGINT AS outbound,
    sum(CASE WHEN direction = 'inbound' THEN participants ELSE 0 END)::BIGINT AS inbound,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM partner_total_slice($from, $to, $place, $region, $faculty, []::VARCHAR[], $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
  GROUP BY ALL
)
SELECT
  c.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  c.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  c.outbound,
  c.inbound,
  c.inbound - c.outbound AS net,
  1 - abs(c.outbound - c.inbound) / (c.outbound + c.inbound) AS reciprocity,
  c.outbound + c.inbound AS both_ways,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = c.country_code
WHERE c.outbound + c.inbound > 0
ORDER BY abs(c.inbound - c.outbound) DESC, c.outbound + c.inbound DESC, c.institution_id;
