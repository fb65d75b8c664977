/*
title: {en: 'Use of the places agreed, by year', zh-Hant: 各學年協議名額的使用, zh-Hans: 各学年协议名额的使用}
definition:
  en: >-
    Of the places that the agreements with stated numbers offered in each academic year, the share that was used: students
    sent to their partners, over places. An agreement counts in the years it was in effect halfway through, whether it is in effect today or not; years that look incomplete are left out.
  zh-Hant: 每學年訂明名額的協議所提供的名額之中，已使用的比例：派往有關夥伴的學生除以名額。學年過半時生效的協議均計算在內，不論今天是否仍然生效；資料未齊全的學年不計。
  zh-Hans: 每学年订明名额的协议所提供的名额之中，已使用的比例：派往有关伙伴的学生除以名额。学年过半时生效的协议均计算在内，不论今天是否仍然生效；资料未齐全的学年不计。
formula: Σ outbound ÷ Σ mobilities per year, of agreements in effect halfway through the year
unit: {en: share of places, zh-Hant: 佔名額比例, zh-Hans: 占名额比例}
source: Erasmus Without Paper, IIA v7 (mobilities per year)
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND institution_id || ' ' || academic_year_id IN (
        SELECT institution_id || ' ' || academic_year_id FROM agreement_years WHERE mobilities_per_year > 0 AND keeps($evidence, evidence))
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [outbound, utilisation]
    filters: {direction: [], faculty: []}
  - table: agreements
    where: mobilities_per_year > 0
    row: agreement_id IN (SELECT agreement_id FROM agreement_years WHERE academic_year_id = $row_academic_year_id)
    sum: mobilities_per_year
    measures: [capacity]
    over: [utilisation]
    filters: {from: [], to: []}
*/
WITH offered AS (
  SELECT * FROM agreement_years AS a
  WHERE a.mobilities_per_year > 0 AND within_years($from, $to, a.academic_year_id)
    AND keeps($place, a.country_code) AND keeps($region, a.region) AND keeps($evidence, a.evidence) AND keeps($partner, a.institution_id)
),
sent AS (
  SELECT c.academic_year_id, sum(c.participants)::BIGINT AS outbound, max(c.evidence) AS evidence, string_agg(DISTINCT c.source_id, '|') AS source_ids
  FROM cube_partner AS c
  SEMI JOIN offered AS o ON o.institution_id = c.institution_id AND o.academic_year_id = c.academic_year_id
  WHERE c.kind = 'student-studies' AND c.direction = 'outbound' AND keeps($evidence, c.evidence)
  GROUP BY c.academic_year_id
),
held AS (
  SELECT academic_year_id, sum(mobilities_per_year)::BIGINT AS capacity, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM offered
  GROUP BY academic_year_id
)
SELECT
  h.academic_year_id,
  h.capacity,
  coalesce(s.outbound, 0) AS outbound,
  coalesce(s.outbound, 0)::DOUBLE / h.capacity AS utilisation,
  greatest(h.evidence, s.evidence) AS evidence,
  concat_ws('|', h.source_ids, s.source_ids) AS source_ids
FROM held AS h
LEFT JOIN sent AS s USING (academic_year_id)
ORDER BY h.academic_year_id;
