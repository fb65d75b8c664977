/*
title: {en: People moving by year, zh-Hant: 各年流動人數, zh-Hans: 各年流动人数}
definition:
  en: People who moved from one place to another, by year; with a place or region chosen, to it or from it. A year looks incomplete when it lies at an end of the series and those who report are missing or its sum is less than half of the years beside it, or when it is not over on the data set's day; such years are left out of every fitted line.
  zh-Hant: 每年由一地前往另一地的人數；選定地方或地區時，計算前往該地及由該地出發的人數。數列末端（或開端）若有主要申報地缺報，或總數不足相鄰年份的一半，或該年於數據集日期仍未結束，即視為未齊全，不作擬合。
  zh-Hans: 每年由一地前往另一地的人数；选定地方或地区时，计算前往该地及由该地出发的人数。数列末端（或开端）若有主要申报地缺报，或总数不足相邻年份的一半，或该年在数据集日期仍未结束，即视为未齐全，不作拟合。
formula: Σ participants by year; incomplete where reporters with over a tenth of the next year inwards report nothing, or with less than half the median of the three nearest whole years
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, internationally mobile students
facts:
  - table: flows
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [moved]
  - table: flows
    where: >-
      origin <> 'ZZ'
    by: {academic_year_id: academic_year_id}
    distinct: origin
    measures: [origins]
  - table: flows
    where: >-
      destination <> 'ZZ'
    by: {academic_year_id: academic_year_id}
    distinct: destination
    measures: [destinations]
*/
WITH counted AS (
  SELECT
    academic_year_id,
    round(sum(participants), 6) AS moved,
    count(DISTINCT nullif(origin, 'ZZ'))::BIGINT AS origins,
    count(DISTINCT nullif(destination, 'ZZ'))::BIGINT AS destinations,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM flow_slice($from, $to, $place, $region, $evidence)
  GROUP BY academic_year_id
)
SELECT
  c.academic_year_id,
  c.moved,
  c.origins,
  c.destinations,
  y.incomplete,
  y.incomplete_reason,
  y.not_reporting,
  y.gone_share,
  c.evidence,
  c.source_ids
FROM counted AS c
JOIN years_told('flow', $lang) AS y USING (academic_year_id)
ORDER BY c.academic_year_id;
