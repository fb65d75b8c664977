/*
title: {en: People coming and leaving by year, zh-Hant: 按年份劃分的流入及流出人數, zh-Hans: 按年份划分的流入及流出人数}
definition:
  en: >-
    People who came to and left the places, regions or institutions chosen, by year. Moves between two of them count on
    both sides. Without a choice every move counts once as coming and once as leaving.
  zh-Hant: 每年流入及流出所選地方、地區或院校的人數。在所選者之間的流動，兩邊各計一次；沒有選擇時，每次流動均計作一次流入及一次流出。
  zh-Hans: 每年流入及流出所选地方、地区或院校的人数。在所选者之间的流动，两边各计一次；没有选择时，每次流动均计作一次流入及一次流出。
formula: Σ incoming, Σ outgoing, balance = incoming − outgoing
unit: {en: people, zh-Hant: 人, zh-Hans: 人}
source: UNESCO Institute for Statistics, inbound and outbound internationally mobile students
facts:
  - table: flows
    by: {academic_year_id: academic_year_id}
    sum: participants
    shows: [incoming, outgoing, balance]
*/
WITH ends AS (
  SELECT f.academic_year_id, f.incoming, f.outgoing, f.evidence, f.source_id
  FROM flow_ends($from, $to, NULL, NULL, $evidence) AS f
  JOIN places AS p ON p.code = f.here
  WHERE len($partner::VARCHAR[]) = 0 AND keeps($place, p.code) AND keeps($region, p.region)
  UNION ALL
  SELECT c.academic_year_id, c.incoming, c.outgoing, c.evidence, c.source_id
  FROM cube_flow_institution AS c
  WHERE len($partner::VARCHAR[]) > 0 AND keeps($partner, c.institution_id)
    AND within_years($from, $to, c.academic_year_id) AND keeps($evidence, c.evidence)
)
SELECT
  e.academic_year_id,
  round(sum(e.incoming), 6) AS incoming,
  round(sum(e.outgoing), 6) AS outgoing,
  round(sum(e.incoming) - sum(e.outgoing), 6) AS balance,
  any_value(y.incomplete) AS incomplete,
  any_value(y.incomplete_reason) AS incomplete_reason,
  any_value(y.not_reporting) AS not_reporting,
  any_value(y.gone_share) AS gone_share,
  max(e.evidence) AS evidence,
  string_agg(DISTINCT e.source_id, '|') AS source_ids
FROM ends AS e
JOIN years_told('flow', $lang) AS y USING (academic_year_id)
GROUP BY e.academic_year_id
ORDER BY e.academic_year_id;
