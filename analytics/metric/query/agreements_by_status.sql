/*
title: {en: Agreements by status and kind, zh-Hant: 按狀況及種類劃分的協議, zh-Hans: 按状况及种类划分的协议}
definition:
  en: >-
    Agreements by their status on the day the data set is told from. An agreement is past its end date when that day lies
    after its end and it is still marked as in effect; each agreement counts once, in the nearest of the horizons.
  zh-Hant: 按數據截止日的狀況劃分的協議。已過屆滿日而仍標示為生效者，列為「已過屆滿日」；每份協議只計一次，歸入最近的期限。
  zh-Hans: 按数据截止日的状况划分的协议。已过到期日而仍标示为生效者，列为“已过到期日”；每份协议只计一次，归入最近的期限。
formula: count of agreements
unit: {en: agreements, zh-Hant: 份, zh-Hans: 份}
source: Own definition
facts:
  - table: agreements
    by: {agreement_status: status, agreement_kind: agreement_kind}
    measures: [agreements]
  - table: agreements
    by: {agreement_status: status}
    measures: [status_agreements]
*/
SELECT
  a.status AS agreement_status,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS status_name,
  coalesce(a.kind::VARCHAR, 'unstated') AS agreement_kind,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  count(*)::BIGINT AS agreements,
  sum(count(*)) OVER (PARTITION BY a.status)::BIGINT AS status_agreements,
  max(a.evidence) AS evidence,
  string_agg(DISTINCT a.source_id, '|') AS source_ids
FROM agreement_slice($place, $region, $evidence) AS a
JOIN labels AS s ON s.dimension = 'agreement_status' AND s.id = a.status
JOIN labels AS k ON k.dimension = 'agreement_kind' AND k.id = coalesce(a.kind::VARCHAR, 'unstated')
GROUP BY a.status, status_name, a.kind, kind_name, s.position, k.position
ORDER BY s.position, k.position;
