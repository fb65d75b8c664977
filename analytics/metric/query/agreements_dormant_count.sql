/*
title: {en: Dormant agreements and partners, zh-Hant: 沉寂的協議及夥伴數目, zh-Hans: 沉寂的协议及伙伴数目}
definition:
  en: How many agreements in effect are dormant, with how many partners, of all that are in effect. Dormant is one whose partner has had no project and nobody on the move for three whole years or more.
  zh-Hant: 生效協議之中沉寂者的數目、所涉夥伴數目及全部生效協議數目。夥伴已有三整年或以上既無項目亦無人員往來，即為沉寂。
  zh-Hans: 生效协议之中沉寂者的数目、所涉伙伴数目及全部生效协议数目。伙伴已有三整年或以上既无项目亦无人员往来，即为沉寂。
formula: count of agreements in effect with ≥ 3 years without activity
unit: {en: agreements, zh-Hant: 份, zh-Hans: 份}
source: Own definition
facts:
  - table: agreements
    where: >-
      agreement_id IN (SELECT agreement_id FROM dormant_slice($place, $region, $evidence))
    measures: [dormant_agreements]
  - table: agreements
    where: >-
      agreement_id IN (SELECT agreement_id FROM dormant_slice($place, $region, $evidence))
    distinct: institution_id
    measures: [dormant_partners]
  - table: agreements
    where: >-
      runs(status)
    measures: [agreements]
*/
WITH quiet AS (
  SELECT agreement_id, activity_evidence, activity_sources FROM dormant_slice($place, $region, $evidence)
)
SELECT
  count(q.agreement_id)::BIGINT AS dormant_agreements,
  count(DISTINCT CASE WHEN q.agreement_id IS NOT NULL THEN a.institution_id END)::BIGINT AS dormant_partners,
  count(*)::BIGINT AS agreements,
  greatest(max(a.evidence), max(q.activity_evidence)) AS evidence,
  concat_ws('|', string_agg(DISTINCT a.source_id, '|'), string_agg(DISTINCT q.activity_sources, '|')) AS source_ids
FROM agreement_slice($place, $region, $evidence) AS a
LEFT JOIN quiet AS q USING (agreement_id)
WHERE runs(a.status) AND keeps($partner, a.institution_id)
HAVING count(*) > 0 AND activity_day($evidence) IS NOT NULL;
