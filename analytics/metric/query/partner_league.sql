/*
title: {en: Partners with the most projects, zh-Hant: 項目最多的夥伴, zh-Hans: 项目最多的伙伴}
definition:
  en: >-
    The fifteen partners with the most collaborative projects, and the exchange students sent to and received from each.
    Equal counts are ordered by name.
  zh-Hant: 合作項目最多的十五個夥伴，以及與其互派的交流學生人數。項目數目相同者按名稱排列。
  zh-Hans: 合作项目最多的十五个伙伴，以及与其互派的交流学生人数。项目数目相同者按名称排列。
formula: count of projects; cumulative share = projects of this partner and those above it ÷ all projects that the filters let through
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    by: {institution_id: institution_id}
    measures: [projects]
    shows: [cumulative_share]
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound'
    by: {institution_id: institution_id}
    sum: participants
    measures: [outbound]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'inbound'
    by: {institution_id: institution_id}
    sum: participants
    measures: [inbound]
    filters: {direction: []}
*/
WITH ranked AS (
  SELECT
    c.institution_id, c.country_code,
    said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
    sum(c.projects)::BIGINT AS projects,
    sum(sum(c.projects)) OVER (ORDER BY sum(c.projects) DESC, i.name, c.institution_id ROWS UNBOUNDED PRECEDING)::DOUBLE
      / sum(sum(c.projects)) OVER () AS cumulative_share,
    max(c.evidence) AS evidence,
    string_agg(DISTINCT c.source_id, '|') AS source_ids
  FROM project_partner_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS c
  JOIN institutions AS i USING (institution_id)
  GROUP BY c.institution_id, c.country_code, institution, i.name
  ORDER BY projects DESC, i.name, c.institution_id
  LIMIT 15
),
moved AS (
  SELECT
    institution_id,
    sum(participants) FILTER (direction = 'outbound')::BIGINT AS outbound,
    sum(participants) FILTER (direction = 'inbound')::BIGINT AS inbound,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM partner_total_slice($from, $to, $place, $region, $faculty, NULL, $evidence)
  WHERE kind = 'student-studies'
  GROUP BY institution_id
)
SELECT
  r.institution_id,
  r.institution,
  r.country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  r.projects,
  r.cumulative_share,
  coalesce(m.outbound, 0) AS outbound,
  coalesce(m.inbound, 0) AS inbound,
  greatest(r.evidence, m.evidence) AS evidence,
  concat_ws('|', r.source_ids, m.source_ids) AS source_ids
FROM ranked AS r
JOIN places AS p ON p.code = r.country_code
LEFT JOIN moved AS m USING (institution_id)
ORDER BY r.cumulative_share, r.institution_id;
