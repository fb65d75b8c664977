/*
title: {en: Balance over the term of agreements, zh-Hant: 協議有效期內的累計差額, zh-Hans: 协议有效期内的累计差额}
definition:
  en: >-
    Students sent to a partner and received from it over the term so far of the exchange agreements in effect with it, and
    the difference. Above zero the university has sent more than it received. A year counts when the agreement is in effect
    halfway through it; years that look incomplete are left out.
  zh-Hant: 與夥伴的生效交流協議在至今的有效期內，外訪與來訪學生人數及其差額；正數表示外訪較多。學年過半時協議生效的學年才計算，資料未齊全的學年不計。
  zh-Hans: 与伙伴的生效交流协议在至今的有效期内，派出与来访学生人数及其差额；正数表示派出较多。学年过半时协议生效的学年才计算，资料未齐全的学年不计。
formula: Σ (outbound − inbound) over the years of the term so far
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND institution_id || ' ' || academic_year_id IN (
        SELECT institution_id || ' ' || academic_year_id FROM agreement_year_slice($from, $to, $place, $region, $evidence))
    by: {institution_id: institution_id}
    sum: participants
    measures: [outbound, term_balance]
    shows: [reciprocity]
    filters: {direction: [], faculty: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'inbound' AND institution_id || ' ' || academic_year_id IN (
        SELECT institution_id || ' ' || academic_year_id FROM agreement_year_slice($from, $to, $place, $region, $evidence))
    by: {institution_id: institution_id}
    sum: participants
    measures: [inbound]
    less: [term_balance]
    shows: [reciprocity]
    filters: {direction: [], faculty: []}
  - table: agreements
    where: >-
      agreement_id IN (SELECT agreement_id FROM agreement_year_slice($from, $to, $place, $region, $evidence))
    by: {institution_id: institution_id}
    shows: [term_years]
    filters: {from: [], to: []}
*/
WITH term AS (
  SELECT institution_id, country_code, academic_year_id, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM agreement_year_slice($from, $to, $place, $region, $evidence)
  WHERE keeps($partner, institution_id)
  GROUP BY institution_id, country_code, academic_year_id
),
moved AS (
  SELECT c.institution_id,
    coalesce(sum(c.participants) FILTER (c.direction = 'outbound'), 0)::BIGINT AS outbound,
    coalesce(sum(c.participants) FILTER (c.direction = 'inbound'), 0)::BIGINT AS inbound,
    max(c.evidence) AS evidence, string_agg(DISTINCT c.source_id, '|') AS source_ids
  FROM cube_partner AS c
  SEMI JOIN term AS t ON t.institution_id = c.institution_id AND t.academic_year_id = c.academic_year_id
  WHERE c.kind = 'student-studies' AND keeps($evidence, c.evidence)
  GROUP BY c.institution_id
),
held AS (
  SELECT institution_id, country_code, min(academic_year_id) AS first_year, max(academic_year_id) AS last_year,
    count(*)::BIGINT AS term_years, max(evidence) AS evidence, string_agg(DISTINCT source_ids, '|') AS source_ids
  FROM term
  GROUP BY institution_id, country_code
)
SELECT
  h.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  h.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  h.first_year,
  h.last_year,
  h.term_years,
  m.outbound,
  m.inbound,
  m.outbound - m.inbound AS term_balance,
  1 - abs(m.outbound - m.inbound) / nullif(m.outbound + m.inbound, 0) AS reciprocity,
  m.outbound + m.inbound AS both_ways,
  greatest(h.evidence, m.evidence) AS evidence,
  concat_ws('|', h.source_ids, m.source_ids) AS source_ids
FROM held AS h
JOIN moved AS m USING (institution_id)
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = h.country_code
WHERE m.outbound + m.inbound > 0
ORDER BY abs(m.outbound - m.inbound) DESC, m.outbound + m.inbound DESC, i.name, h.institution_id;
