/*
title: {en: Dormant agreements, zh-Hant: 沉寂的協議, zh-Hans: 沉寂的协议}
definition:
  en: >-
    Agreements in effect on the data set's day whose partner has had no project and nobody on the move for three whole
    years or more. Silence is counted from the end of the partner's last active year, or where it was never active from its
    first agreement, up to the last day anything is known of. An agreement that is new, and renews none, is given three
    years to begin.
  zh-Hant: 於數據截止日生效，而夥伴已有三整年或以上既無項目亦無人員往來的協議。沉寂年數由夥伴最後活動學年終結起計，從未活動者由首份協議起計，直至有記錄可查的最後一日。並非續簽的新協議，有三年時間開展。
  zh-Hans: 于数据截止日生效，而伙伴已有三整年或以上既无项目亦无人员往来的协议。沉寂年数由伙伴最后活动学年结束起计，从未活动者由首份协议起计，直至有记录可查的最后一日。并非续签的新协议，有三年时间开展。
formula: whole years between the end of the last active year and the data set's day ≥ 3
unit: {en: years without activity, zh-Hant: 無活動年數, zh-Hans: 无活动年数}
source: Own definition
facts:
  - table: agreements
    where: >-
      agreement_id IN (SELECT agreement_id FROM dormant_slice($place, $region, $evidence))
    by: {agreement_id: agreement_id}
    shows: [quiet_years]
  - table: ties
    where: >-
      tie <> 'agreement'
    by: {institution_id: institution_id}
    shows: [quiet_years]
    filters: {type: [], faculty: [], from: [], to: []}
*/
SELECT
  a.agreement_id,
  a.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  a.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  a.first_active AS first_year,
  a.last_active AS last_year,
  a.quiet_years,
  coalesce(a.start_date, a.signing_date) AS start_date,
  a.end_date,
  academic_year(d.as_of) AS this_year,
  (SELECT count(*) FROM agreement_slice($place, $region, $evidence) AS e WHERE runs(e.status) AND keeps($partner, e.institution_id)) AS in_effect,
  greatest(a.evidence, a.activity_evidence) AS evidence,
  concat_ws('|', a.source_id, a.activity_sources) AS source_ids
FROM dormant_slice($place, $region, $evidence) AS a
CROSS JOIN dataset AS d
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = a.country_code
JOIN labels AS k ON k.dimension = 'agreement_kind' AND k.id = coalesce(a.kind::VARCHAR, 'unstated')
WHERE keeps($partner, a.institution_id)
ORDER BY a.quiet_years DESC, i.name, a.agreement_id;
