/*
title: {en: Countries and regions of the network, zh-Hant: 網絡涵蓋的國家及地區, zh-Hans: 网络涵盖的国家及地区}
definition:
  en: >-
    For every country or region: its partner institutions, the projects with them, the exchange students sent there and
    received from there, and the agreements in effect on the data set's day. In a data set without a home institution: its
    institutions, the people who left it and who came to it, and the works its authors wrote with others abroad.
    Where no row of the evidence asked for tells of projects at all, or of moves, their number is not known.
  zh-Hant: >-
    每個國家或地區的夥伴、合作項目、派往及來自當地的交流學生，以及於數據截止日生效的協議。沒有本校的數據集則列出其院校、流出及流入人數，以及當地作者與其他地方合著的作品。所選資料依據全無項目或流動記錄時，其數目視為未知。
  zh-Hans: >-
    每个国家或地区的伙伴、合作项目、派往及来自当地的交流学生，以及于数据截止日生效的协议。没有本校的数据集则列出其院校、流出及流入人数，以及当地作者与其他地方合著的作品。所选资料依据全无项目或流动记录时，其数目视为未知。
formula: count of distinct partners; count of projects; Σ participants where kind = student-studies; balance = Σ in − Σ out
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: ties
    by: {country_code: country_code}
    distinct: institution_id
    measures: [partners]
  - table: projects
    by: {country_code: country_code}
    measures: [projects]
  - table: mobility
    where: kind = 'student-studies' AND direction = 'outbound'
    by: {country_code: country_code}
    sum: participants
    measures: [outbound]
    less: [net]
    filters: {direction: []}
  - table: mobility
    where: kind = 'student-studies' AND direction = 'inbound'
    by: {country_code: country_code}
    sum: participants
    measures: [inbound, net]
    filters: {direction: []}
  - table: agreements
    where: status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days')
    by: {country_code: country_code}
    measures: [agreements]
  - table: copublications
    sum: works
    measures: [works]
*/
WITH homeless AS (SELECT home_institution IS NULL AND home_place IS NULL AS yes FROM dataset),
-- What the rows of the evidence asked for tell of at all: of a fact without any, nought is not known.
recorded AS (
  SELECT
    EXISTS (SELECT 1 FROM projects WHERE keeps($evidence, evidence)) AS projects,
    EXISTS (SELECT 1 FROM mobility WHERE keeps($evidence, evidence)) OR EXISTS (SELECT 1 FROM flows WHERE keeps($evidence, evidence)) AS moves
),
counted AS (
  SELECT country_code, institution_id, NULL AS projects, NULL AS outbound, NULL AS inbound, NULL AS agreements, NULL AS works, evidence, source_id
  FROM related_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  UNION ALL
  SELECT country_code, institution_id, NULL, NULL, NULL, NULL, NULL, evidence, source_id
  FROM institutions WHERE (SELECT yes FROM homeless) AND keeps($evidence, evidence) AND $from::VARCHAR IS NULL AND $to::VARCHAR IS NULL
  UNION ALL
  SELECT country_code, NULL, projects, NULL, NULL, NULL, NULL, evidence, source_id
  FROM project_place_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  UNION ALL
  SELECT country_code, NULL, NULL, CASE direction WHEN 'outbound' THEN participants END, CASE direction WHEN 'inbound' THEN participants END, NULL, NULL, evidence, source_id
  FROM place_slice($from, $to, $place, $region, $faculty, NULL, $evidence) WHERE kind = 'student-studies'
  UNION ALL
  SELECT country_code, NULL, NULL, NULL, NULL, 1, NULL, evidence, source_id
  FROM agreement_slice($place, $region, $evidence)
  WHERE status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days') AND keeps($type, NULL) AND keeps($faculty, NULL)
  UNION ALL
  SELECT here, NULL, NULL, outgoing, incoming, NULL, NULL, evidence, source_id FROM flow_ends($from, $to, NULL, NULL, $evidence)
  UNION ALL
  SELECT here, NULL, NULL, NULL, NULL, NULL, works, evidence, source_id FROM copublication_ends($from, $to, NULL, NULL, $evidence)
  UNION ALL
  SELECT i.country_code, NULL, NULL, NULL, NULL, NULL, NULL, m.evidence, m.source_id
  FROM memberships AS m JOIN institutions AS i USING (institution_id) CROSS JOIN dataset AS d
  WHERE i.institution_id IS DISTINCT FROM d.home_institution AND keeps($evidence, m.evidence)
    AND $from::VARCHAR IS NULL AND $to::VARCHAR IS NULL AND keeps($type, NULL) AND keeps($faculty, NULL)
)
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  count(DISTINCT c.institution_id)::BIGINT AS partners,
  CASE WHEN any_value(r.projects) THEN coalesce(sum(c.projects), 0)::BIGINT END AS projects,
  CASE WHEN any_value(r.moves) THEN coalesce(round(sum(c.outbound)), 0)::BIGINT END AS outbound,
  CASE WHEN any_value(r.moves) THEN coalesce(round(sum(c.inbound)), 0)::BIGINT END AS inbound,
  CASE WHEN any_value(r.moves) THEN coalesce(round(sum(c.inbound)), 0)::BIGINT - coalesce(round(sum(c.outbound)), 0)::BIGINT END AS net,
  coalesce(sum(c.agreements), 0)::BIGINT AS agreements,
  coalesce(sum(c.works), 0)::DOUBLE AS works,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM counted AS c
CROSS JOIN recorded AS r
JOIN places AS p ON p.code = c.country_code
JOIN regions AS g ON g.code = p.region
WHERE p.code <> 'ZZ' AND keeps($place, p.code) AND keeps($region, p.region)
GROUP BY p.code, place, p.region, region_name, g.position
ORDER BY g.position, place, p.code;
