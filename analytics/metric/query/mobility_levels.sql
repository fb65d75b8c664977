/*
title: {en: Exchange students by level and field of study, zh-Hant: 按程度及學科劃分的交流學生, zh-Hans: 按层次及学科划分的交流学生}
definition:
  en: >-
    Students on exchange over the years chosen by level of study and broad field of ISCED-F 2013, with each field's total and its share of
    all. A field is read off the first two digits of the code; a level that is none of the format's is shown as it is written.
  zh-Hant: 所選學年內的交流學生人數，按修讀程度及 ISCED-F 2013 廣義學科劃分，並列出各學科總數及所佔比例。學科取代碼首兩位數字；格式以外的程度按原文顯示。
  zh-Hans: 所选学年内的交流学生人数，按学习层次及 ISCED-F 2013 广义学科划分，并列出各学科总数及所占比例。学科取代码前两位数字；格式以外的层次按原文显示。
formula: Σ participants where kind = student-studies, by level and field; share = field ÷ all
unit: {en: students, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, ISCED Fields of Education and Training 2013 (ISCED-F), broad fields
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {field: field, level_code: level_code}
    sum: participants
    measures: [participants]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {field: field}
    sum: participants
    measures: [field_participants, field_share]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    sum: participants
    measures: [all_participants]
    over: [field_share]
*/
WITH counted AS (
  SELECT coalesce(level, 'unstated') AS level, coalesce(field, 'unstated') AS field, sum(participants)::BIGINT AS participants,
    max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM field_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home'
  GROUP BY ALL
)
SELECT
  c.field,
  coalesce(said($lang, f.name, f.name_zh_hant, f.name_zh_hans), c.field) AS field_name,
  c.level AS level_code,
  coalesce(said($lang, l.name, l.name_zh_hant, l.name_zh_hans), c.level) AS level_name,
  c.participants,
  sum(c.participants) OVER (PARTITION BY c.field)::BIGINT AS field_participants,
  sum(c.participants) OVER (PARTITION BY c.field) / sum(c.participants) OVER ()::DOUBLE AS field_share,
  sum(c.participants) OVER ()::BIGINT AS all_participants,
  c.evidence,
  c.source_ids
FROM counted AS c
LEFT JOIN labels AS f ON f.dimension = 'field' AND f.id = c.field
LEFT JOIN labels AS l ON l.dimension = 'level' AND l.id = c.level
WHERE c.participants > 0
ORDER BY c.field = 'unstated', field_participants DESC, c.field, coalesce(l.position, 99), c.level;
