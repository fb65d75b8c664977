/*
title: {en: 'Use of the places agreed, by partner', zh-Hant: 各夥伴協議名額的使用, zh-Hans: 各伙伴协议名额的使用}
definition:
  en: >-
    What the agreements in effect with a partner offer over their term so far, and the students sent in those years. Places
    are those for students sent; a year counts when the agreement is in effect halfway through it and exchange is on record
    for it. Above 1, more students went than places were agreed. Partners whose agreements name no number are left out.
  zh-Hant: 與夥伴的生效協議在至今的有效期內提供的名額，以及同期外訪的學生。名額指外訪學生名額；學年過半時協議生效、且有交流記錄的學年才計算。高於 1 即外訪人數超過名額。協議未訂明名額的夥伴不計入。
  zh-Hans: 与伙伴的生效协议在至今的有效期内提供的名额，以及同期派出的学生。名额指派出学生名额；学年过半时协议生效、且有交流记录的学年才计算。高于 1 即派出人数超过名额。协议未订明名额的伙伴不计入。
formula: Σ outbound ÷ Σ (mobilities per year × years of the term so far)
unit: {en: share of places, zh-Hant: 佔名額比例, zh-Hans: 占名额比例}
source: Erasmus Without Paper, IIA v7 (mobilities per year)
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND institution_id || ' ' || academic_year_id IN (
        SELECT institution_id || ' ' || academic_year_id FROM agreement_year_slice($from, $to, $place, $region, $evidence) WHERE mobilities_per_year > 0)
    by: {institution_id: institution_id}
    sum: participants
    measures: [outbound]
    less: [unused]
    shows: [utilisation]
    filters: {direction: [], faculty: []}
  - table: agreements
    where: >-
      agreement_id IN (SELECT agreement_id FROM agreement_year_slice($from, $to, $place, $region, $evidence) WHERE mobilities_per_year > 0)
    by: {institution_id: institution_id}
    shows: [capacity, unused, utilisation, term_years]
    filters: {from: [], to: []}
  - table: agreements
    where: >-
      agreement_id IN (SELECT agreement_id FROM agreement_year_slice($from, $to, $place, $region, $evidence) WHERE mobilities_per_year > 0)
    by: {institution_id: institution_id}
    measures: [agreements]
    filters: {from: [], to: []}
*/
WITH offered AS (
  SELECT * FROM agreement_year_slice($from, $to, $place, $region, $evidence) WHERE mobilities_per_year > 0 AND keeps($partner, institution_id)
),
sent AS (
  SELECT c.institution_id, sum(c.participants)::BIGINT AS outbound, max(c.evidence) AS evidence, string_agg(DISTINCT c.source_id, '|') AS source_ids
  FROM cube_partner AS c
  SEMI JOIN offered AS o ON o.institution_id = c.institution_id AND o.academic_year_id = c.academic_year_id
  WHERE c.kind = 'student-studies' AND c.direction = 'outbound' AND keeps($evidence, c.evidence)
  GROUP BY c.institution_id
),
held AS (
  SELECT institution_id, country_code, count(DISTINCT agreement_id)::BIGINT AS agreements, count(DISTINCT academic_year_id)::BIGINT AS term_years,
    sum(mobilities_per_year)::BIGINT AS capacity, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM offered
  GROUP BY institution_id, country_code
)
SELECT
  h.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  h.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  h.agreements,
  h.term_years,
  h.capacity,
  coalesce(s.outbound, 0) AS outbound,
  h.capacity - coalesce(s.outbound, 0) AS unused,
  coalesce(s.outbound, 0)::DOUBLE / h.capacity AS utilisation,
  greatest(h.evidence, s.evidence) AS evidence,
  concat_ws('|', h.source_ids, s.source_ids) AS source_ids
FROM held AS h
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = h.country_code
LEFT JOIN sent AS s USING (institution_id)
ORDER BY unused DESC, h.capacity DESC, i.name, h.institution_id;
