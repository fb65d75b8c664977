/*
title: {en: Agreements that need a decision, zh-Hant: 須作決定的協議, zh-Hans: 须作决定的协议}
definition:
  en: Agreements past their end date and still marked as in effect, those in effect that end within 180 days, and those in effect whose partner has been dormant for three years or more. Of each, the three partners with the most people moving in the last three years are named. An agreement can be in two of the groups.
  zh-Hant: 已過屆滿日而仍標示為生效的協議、將於 180 天內屆滿的生效協議，以及夥伴已沉寂三年或以上的生效協議。各組列出最近三年往來人數最多的三個夥伴。一份協議可同時屬於兩組。
  zh-Hans: 已过到期日而仍标示为生效的协议、将于 180 天内到期的生效协议，以及伙伴已沉寂三年或以上的生效协议。各组列出最近三年往来人数最多的三个伙伴。一份协议可同时属于两组。
formula: count of agreements by group
unit: {en: agreements, zh-Hant: 份, zh-Hans: 份}
source: Own definition
facts:
  - table: agreements
    row: >-
      CASE $row_due_state WHEN 'overdue' THEN status = 'overdue' WHEN 'expiring' THEN status IN ('within_90_days', 'within_180_days')
        ELSE agreement_id IN (SELECT agreement_id FROM dormant_slice($place, $region, $evidence)) END
    measures: [agreements]
  - table: agreements
    where: status = 'within_90_days'
    row: >-
      CASE $row_due_state WHEN 'overdue' THEN status = 'overdue' WHEN 'expiring' THEN status IN ('within_90_days', 'within_180_days')
        ELSE agreement_id IN (SELECT agreement_id FROM dormant_slice($place, $region, $evidence)) END
    measures: [agreements_within_90]
  - table: agreements
    row: >-
      CASE $row_due_state WHEN 'overdue' THEN status = 'overdue' WHEN 'expiring' THEN status IN ('within_90_days', 'within_180_days')
        ELSE agreement_id IN (SELECT agreement_id FROM dormant_slice($place, $region, $evidence)) END
    distinct: institution_id
    measures: [partners]
  - table: agreements
    where: status NOT IN ('ended', 'undated', 'future')
    measures: [agreements_running]
*/
WITH day AS (
  SELECT as_of, as_of - INTERVAL 3 YEAR AS since FROM dataset
),
moved AS (
  SELECT c.institution_id, sum(c.participants) AS people
  FROM cube_active AS c CROSS JOIN day AS d
  WHERE c.participants > 0 AND keeps($evidence, c.evidence) AND year_end(c.academic_year_id) >= d.since
  GROUP BY c.institution_id
),
running AS (
  SELECT agreement_id, institution_id, status, evidence, source_id FROM agreement_slice($place, $region, $evidence) WHERE keeps($partner, institution_id)
),
undecided AS (
  SELECT 'overdue' AS due_state, * FROM running WHERE status = 'overdue'
  UNION ALL
  SELECT 'expiring', * FROM running WHERE status IN ('within_90_days', 'within_180_days')
  UNION ALL
  SELECT 'dormant', agreement_id, institution_id, status, evidence, source_id FROM dormant_slice($place, $region, $evidence) WHERE keeps($partner, institution_id)
),
grouped AS (
  SELECT u.*, coalesce(m.people, 0) AS people FROM undecided AS u LEFT JOIN moved AS m USING (institution_id)
),
affected AS (
  SELECT g.due_state, g.institution_id, any_value(said($lang, i.name, i.name_zh_hant, i.name_zh_hans)) AS institution, max(g.people) AS people
  FROM grouped AS g JOIN institutions AS i USING (institution_id)
  GROUP BY g.due_state, g.institution_id
  QUALIFY row_number() OVER (PARTITION BY g.due_state ORDER BY max(g.people) DESC, g.institution_id) <= 3
)
SELECT
  g.due_state,
  count(*)::BIGINT AS agreements,
  count(*) FILTER (g.status = 'within_90_days')::BIGINT AS agreements_within_90,
  count(DISTINCT g.institution_id)::BIGINT AS partners,
  (SELECT string_agg(a.institution, '|' ORDER BY a.people DESC, a.institution_id) FROM affected AS a WHERE a.due_state = g.due_state) AS named_partners,
  (SELECT count(*) FROM running WHERE status NOT IN ('ended', 'undated', 'future'))::BIGINT AS agreements_running,
  max(g.evidence) AS evidence,
  string_agg(DISTINCT g.source_id, '|') AS source_ids
FROM grouped AS g
GROUP BY g.due_state
ORDER BY g.due_state;
