/*
title: {en: Aid for exchange, zh-Hant: 交流資助, zh-Hans: 交流资助}
definition:
  en: Aid given to outbound exchange students as a share of the eligible cost (travel, accommodation, subsistence) of those aided, and the share of outbound students who were aided. The cap is the published upper limit of the first; where several are published, the one stated nearest to the data set's day.
  zh-Hant: 外訪交流學生所獲資助佔受助學生合資格開支（旅費、住宿及生活費）的比例，以及受助學生佔外訪學生的比例。上限為已公布的資助比例上限；如公布多於一個，取最接近資料集日期者。
  zh-Hans: 派出交流学生所获资助占受助学生合资格开支（旅费、住宿及生活费）的比例，以及受助学生占派出学生的比例。上限为已公布的资助比例上限；如公布多于一个，取最接近数据集日期者。
formula: Σ aid ÷ Σ eligible cost; Σ aided ÷ Σ outbound participants
unit: {en: '%', zh-Hant: '%', zh-Hans: '%'}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id}
    needs: [aided_participants]
    sum: aid_amount
    measures: [aid_amount, aid_coverage]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id}
    needs: [aided_participants]
    sum: cost_amount
    measures: [cost_amount]
    over: [aid_coverage]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id}
    needs: [aided_participants]
    sum: aided_participants
    measures: [aided_participants, recipient_share]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound'
    by: {academic_year_id: academic_year_id}
    needs: [aided_participants]
    sum: participants
    measures: [participants]
    over: [recipient_share]
    filters: {direction: []}
  - table: figures
    where: >-
      metric_id = 'aid_cap' AND preference = 1
    shows: [aid_cap]
    filters: {evidence: []}
*/
WITH cap AS (
  SELECT value / 100 AS aid_cap, source_id
  FROM stated_figures
  WHERE metric_id = 'aid_cap' AND preference = 1
), counted AS (
  SELECT
    academic_year_id,
    sum(aid_amount) AS aid_amount,
    sum(cost_amount) AS cost_amount,
    sum(aided_participants)::BIGINT AS aided_participants,
    sum(aid_known_participants)::BIGINT AS participants,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM place_slice($from, $to, $place, $region, $faculty, ['outbound'], $evidence)
  WHERE kind = 'student-studies' AND aided_participants IS NOT NULL
  GROUP BY academic_year_id
)
SELECT
  c.academic_year_id,
  c.aid_amount / nullif(c.cost_amount, 0) AS aid_coverage,
  cap.aid_cap,
  c.aided_participants / nullif(c.participants, 0) AS recipient_share,
  c.aid_amount,
  c.cost_amount,
  c.aided_participants,
  c.participants,
  coalesce(y.incomplete, false) AS incomplete,
  y.reason AS incomplete_reason,
  c.evidence,
  concat_ws('|', c.source_ids, cap.source_id) AS source_ids
FROM counted AS c
LEFT JOIN cap ON true
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = c.academic_year_id
ORDER BY c.academic_year_id;
