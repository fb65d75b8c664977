/*
title: {en: 'Agreements that end within a year, or are overdue', zh-Hant: 一年內屆滿或已過屆滿日的協議, zh-Hans: 一年内到期或已过到期日的协议}
definition:
  en: >-
    Agreements in effect that end within 365 days of the day the data set is told from, and those past their end date that
    are still marked as in effect: their days left are below zero. Beside each stands what hangs on its partner: exchange
    students in both directions over the last three academic years, and projects running in the last of them.
  zh-Hant: 於數據截止日後 365 天內屆滿的生效協議，以及已過屆滿日而仍標示為生效的協議（剩餘天數為負數）。並列出夥伴所涉的往來：最近三個學年的雙向交流學生，以及最近學年進行中的項目。
  zh-Hans: 于数据截止日后 365 天内到期的生效协议，以及已过到期日而仍标示为生效的协议（剩余天数为负数）。并列出伙伴所涉的往来：最近三个学年的双向交流学生，以及最近学年进行中的项目。
formula: end date − data set's day ≤ 365 days, or < 0 and marked as in effect
unit: {en: days, zh-Hant: 天, zh-Hans: 天}
source: Erasmus Without Paper, IIA v7
facts:
  - table: agreements
    where: >-
      status IN ('within_90_days', 'within_180_days', 'within_365_days', 'overdue')
    by: {agreement_id: agreement_id}
    sum: days_left
    measures: [days_left]
  - table: mobility
    where: >-
      kind = 'student-studies' AND year_end(academic_year_id) > activity_day($evidence) - to_years(dormant_years())
    by: {institution_id: institution_id}
    sum: participants
    measures: [recent_students]
    filters: {direction: [], from: [], to: [], faculty: []}
  - table: projects
    where: >-
      academic_year_id <= academic_year(activity_day($evidence)) AND academic_year(coalesce(end_date, start_date)) >= academic_year(activity_day($evidence))
    by: {institution_id: institution_id}
    measures: [running]
    filters: {type: [], from: [], to: [], faculty: []}
*/
SELECT
  a.agreement_id,
  a.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
  a.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
  a.status AS agreement_status,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS status_name,
  a.end_date,
  a.days_left::BIGINT AS days_left,
  coalesce(v.recent_students, 0)::BIGINT AS recent_students,
  coalesce(v.running, 0)::BIGINT AS running,
  greatest(a.evidence, v.evidence) AS evidence,
  concat_ws('|', a.source_id, v.source_ids) AS source_ids
FROM agreement_slice($place, $region, $evidence) AS a
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = a.country_code
JOIN labels AS s ON s.dimension = 'agreement_status' AND s.id = a.status
JOIN labels AS k ON k.dimension = 'agreement_kind' AND k.id = coalesce(a.kind::VARCHAR, 'unstated')
LEFT JOIN partner_activity($evidence) AS v USING (institution_id)
WHERE a.status IN ('within_90_days', 'within_180_days', 'within_365_days', 'overdue') AND keeps($partner, a.institution_id)
ORDER BY a.days_left, recent_students DESC, i.name, a.agreement_id;
