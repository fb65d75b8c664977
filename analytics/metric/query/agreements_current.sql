/*
title: {en: Agreements in effect, zh-Hant: 生效中的協議, zh-Hans: 生效中的协议}
definition:
  en: Agreements in effect on the data set's day, and those of them that end within 180 days.
  zh-Hant: 於數據截止日生效的協議，以及其中將於 180 天內屆滿的協議。
  zh-Hans: 于数据截止日生效的协议，以及其中将于 180 天内到期的协议。
formula: count of agreements with start ≤ day ≤ end; count with end − day ≤ 180
unit: {en: agreements, zh-Hant: 份, zh-Hans: 份}
source: Erasmus Without Paper, IIA v7
facts:
  - table: agreements
    where: >-
      status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days')
    measures: [agreements]
  - table: agreements
    where: >-
      status IN ('within_180_days', 'within_90_days')
    measures: [expiring]
*/
SELECT
  count(*) FILTER (status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days'))::BIGINT AS agreements,
  count(*) FILTER (status IN ('within_180_days', 'within_90_days'))::BIGINT AS expiring,
  max(evidence) AS evidence,
  string_agg(DISTINCT source_id, '|') AS source_ids
FROM agreement_slice($place, $region, $evidence)
WHERE status <> 'undated' AND keeps($partner, institution_id)
HAVING count(*) > 0;
