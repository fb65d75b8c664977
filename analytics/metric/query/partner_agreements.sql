/*
title: {en: Agreements and their terms, zh-Hant: 協議及其有效期, zh-Hans: 协议及其有效期}
definition:
  en: >-
    Every agreement with its partner, kind, status on the data set's day, first day (the day of signing where no other is
    stated) and last day. Those in effect that end first stand first; those that ended, and those without dates, last.
  zh-Hant: 每份協議的夥伴、種類、於數據截止日的狀況、起始日（未註明者以簽署日計）及屆滿日。生效而最先屆滿者排在最前，已終止及沒有日期者排在最後。
  zh-Hans: 每份协议的伙伴、种类、于数据截止日的状况、起始日（未注明者以签署日计）及到期日。生效而最先到期者排在最前，已终止及没有日期者排在最后。
formula: one row for each agreement
unit: {en: agreements, zh-Hant: 份, zh-Hans: 份}
source: Erasmus Without Paper, IIA v7
facts:
  - table: agreements
    by: {agreement_id: agreement_id}
*/
SELECT
  a.agreement_id,
  a.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  coalesce(a.kind::VARCHAR, 'unstated') AS agreement_kind,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  a.status AS agreement_status,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS status_name,
  coalesce(a.start_date, a.signing_date) AS begins,
  a.end_date AS ends,
  a.evidence,
  a.source_id AS source_ids
FROM agreement_slice($place, $region, $evidence) AS a
JOIN institutions AS i USING (institution_id)
JOIN labels AS s ON s.dimension = 'agreement_status' AND s.id = a.status
JOIN labels AS k ON k.dimension = 'agreement_kind' AND k.id = coalesce(a.kind::VARCHAR, 'unstated')
WHERE keeps($partner, a.institution_id)
ORDER BY a.status = 'undated', a.status = 'ended', a.end_date NULLS LAST, begins NULLS LAST, a.agreement_id
LIMIT 60;
