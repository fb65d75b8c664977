/*
title: {en: Mobility by kind, zh-Hant: 按類別劃分的人員往來, zh-Hans: 按类别划分的人员往来}
definition:
  en: People who moved in each academic year by kind, students on exchange and as trainees, staff teaching and training, in both directions unless one is chosen. It is shown where the data holds more than one kind.
  zh-Hant: 每學年按類別劃分的往來人次：學生交流、學生實習、教學人員及教職員培訓；未選定方向時合計雙向人次。只在數據有多於一個類別時顯示。
  zh-Hans: 每学年按类别划分的往来人次：学生交流、学生实习、教学人员及教职员培训；未选定方向时合计双向人次。只在数据有多于一个类别时显示。
formula: Σ participants by kind; share = kind ÷ all kinds of the year
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: Erasmus Without Paper, mobility kinds
facts:
  - table: mobility
    where: >-
      "grouping" <> 'home'
    by: {academic_year_id: academic_year_id, mobility_kind: kind}
    sum: participants
    measures: [people, kind_share]
  - table: mobility
    where: >-
      "grouping" <> 'home'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [year_people]
    over: [kind_share]
*/
SELECT
  m.academic_year_id,
  m.kind::VARCHAR AS mobility_kind,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS kind_name,
  sum(m.participants)::BIGINT AS people,
  sum(sum(m.participants)) OVER (PARTITION BY m.academic_year_id)::BIGINT AS year_people,
  sum(m.participants) / (sum(sum(m.participants)) OVER (PARTITION BY m.academic_year_id))::DOUBLE AS kind_share,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  any_value(y.reason) AS incomplete_reason,
  max(m.evidence) AS evidence,
  string_agg(DISTINCT m.source_id, '|') AS source_ids
FROM place_slice($from, $to, $place, $region, $faculty, $direction, $evidence) AS m
JOIN labels AS l ON l.dimension = 'mobility_kind' AND l.id = m.kind::VARCHAR
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = m.academic_year_id
WHERE m."grouping" <> 'home' AND m.participants > 0
  AND (SELECT count(DISTINCT kind) FROM cube_mobility_place WHERE participants > 0) > 1
GROUP BY m.academic_year_id, m.kind, kind_name, l.position
ORDER BY m.academic_year_id, l.position;
