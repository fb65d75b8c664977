/*
title: {en: Member counts as they were stated, zh-Hant: 各資料來源所述的成員數目, zh-Hans: 各资料来源所述的成员数目}
definition:
  en: How many members each alliance had, as each source states it, with the day it speaks of and the words around the number. Nothing lies between two statements. Some sources give no date.
  zh-Hant: 各資料來源所述的聯盟成員數目、所指日期及原文用語。兩項陳述之間並無數據；部分來源沒有註明日期。
  zh-Hans: 各资料来源所述的联盟成员数目、所指日期及原文用语。两项陈述之间并无数据；部分来源没有注明日期。
formula: figures as printed
unit: {en: members, zh-Hant: 名成員, zh-Hans: 名成员}
source: Public pages of the alliances and their members
facts:
  - table: figures
    by: {alliance_id: alliance_id, as_of: as_of, source_title: source_title, stated: value}
    needs: [alliance_id]
    sum: value
    measures: [stated]
*/
WITH ordered AS (
  SELECT *, (row_number() OVER (ORDER BY founded, alliance_id) - 1)::BIGINT AS position FROM alliances
)
SELECT
  a.alliance_id,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  a.position,
  f.as_of,
  f.value::BIGINT AS stated,
  f.qualifier,
  s.title AS source_title,
  f.quote,
  f.evidence,
  f.source_id AS source_ids
FROM figures AS f
JOIN ordered AS a ON f.metric_id = a.alliance_id || '_members'
JOIN sources AS s ON s.source_id = f.source_id
WHERE keeps($evidence, f.evidence)
ORDER BY a.position, f.as_of NULLS LAST, f.value;
