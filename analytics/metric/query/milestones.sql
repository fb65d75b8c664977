/*
title: {en: Milestones, zh-Hant: 里程碑, zh-Hans: 里程碑}
definition:
  en: What happened when, by field of work. A date is as precise as its source; a year alone is shown in the middle of that year.
  zh-Hant: 各工作範疇的大事及其日期。日期的精確程度與資料來源相同；只有年份者置於該年年中。
  zh-Hans: 各工作范畴的大事及其日期。日期的精确程度与资料来源相同；只有年份者置于该年年中。
formula: one row an event
unit: {en: events, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: milestones
    by: {date: date, pillar: pillar}
*/
SELECT
  m.date,
  said($lang, m.title, m.title_zh_hant, m.title_zh_hans) AS event,
  m.pillar,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS pillar_name,
  m.evidence,
  m.source_id AS source_ids
FROM milestones AS m
LEFT JOIN labels AS l ON l.dimension = 'pillar' AND l.id = m.pillar
WHERE keeps($evidence, m.evidence)
ORDER BY m.date, m.title;
