/*
title: {en: Partner institutions, zh-Hant: 夥伴院校及機構, zh-Hans: 伙伴院校及机构}
definition:
  en: >-
    Every institution that a project, an agreement, a move of students or staff or an alliance ties to the university; in a
    data set without a home institution, every institution. Projects are counted in the years they started. Students sent
    and received are those of exchange; the balance is received less sent. Agreements are those in effect on the data set's
    day, the status that of the one that ends first. A partner is dormant when an agreement is in effect and there has
    been no project and nobody on the move for three whole years or more. Where no row of the evidence asked for tells
    of projects at all, or of moves, their number is not known.
  zh-Hant: >-
    所有經項目、協議、學生或教職員流動或聯盟與大學有聯繫的院校及機構；沒有本校的數據集則列出全部院校。項目按開展學年計算。外訪及來訪人數指學生交流，
    差額為來訪減外訪。協議指於數據截止日生效者，狀況為其中最先屆滿的一份。協議生效，而已有三整年或以上既無項目亦無人員往來者，即屬沉寂夥伴。所選資料依據全無項目或流動記錄時，其數目視為未知。
  zh-Hans: >-
    所有经项目、协议、学生或教职员流动或联盟与大学有联系的院校及机构；没有本校的数据集则列出全部院校。项目按开展学年计算。派出及来访人数指学生交流，
    差额为来访减派出。协议指于数据截止日生效者，状况为其中最先到期的一份。协议生效，而已有三整年或以上既无项目亦无人员往来者，即属沉寂伙伴。所选资料依据全无项目或流动记录时，其数目视为未知。
formula: count of projects; Σ participants where kind = student-studies; balance = Σ in − Σ out; count of agreements with start ≤ day ≤ end
unit: {en: institutions, zh-Hant: 所, zh-Hans: 所}
source: Own definition
facts:
  - table: projects
    by: {institution_id: institution_id}
    measures: [projects]
  - table: mobility
    where: kind = 'student-studies' AND direction = 'outbound'
    by: {institution_id: institution_id}
    sum: participants
    measures: [outbound]
    less: [net]
    filters: {direction: []}
  - table: mobility
    where: kind = 'student-studies' AND direction = 'inbound'
    by: {institution_id: institution_id}
    sum: participants
    measures: [inbound, net]
    filters: {direction: []}
  - table: agreements
    where: status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days')
    by: {institution_id: institution_id}
    measures: [agreements]
  - table: ties
    distinct: institution_id
    measures: [total]
*/
WITH today AS (
  SELECT as_of, home_institution, home_institution IS NULL AND home_place IS NULL AS homeless FROM dataset
),
-- What the rows of the evidence asked for tell of at all: of a fact without any, nought is not known.
recorded AS (
  SELECT
    EXISTS (SELECT 1 FROM projects WHERE keeps($evidence, evidence)) AS projects,
    EXISTS (SELECT 1 FROM mobility WHERE keeps($evidence, evidence))
      OR EXISTS (SELECT 1 FROM cube_flow_institution WHERE keeps($evidence, evidence)) AS moves
),
worked AS (
  SELECT institution_id, sum(projects)::BIGINT AS projects, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM project_partner_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  GROUP BY institution_id
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
  UNION ALL
  SELECT institution_id, sum(outgoing)::BIGINT, sum(incoming)::BIGINT, max(evidence), string_agg(DISTINCT source_id, '|')
  FROM cube_flow_institution
  WHERE within_years($from, $to, academic_year_id) AND keeps($evidence, evidence) AND (SELECT homeless FROM today)
  GROUP BY institution_id
),
agreed AS (
  SELECT
    institution_id,
    nullif(count(*) FILTER (status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days')), 0)::BIGINT AS agreements,
    arg_min(status, coalesce(array_position(['within_90_days', 'within_180_days', 'within_365_days', 'in_effect', 'overdue', 'future', 'undated', 'ended'], status), 9)) AS status,
    min(end_date) FILTER (status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days')) AS ends,
    count(*) FILTER (status IN ('in_effect', 'within_365_days', 'within_180_days', 'within_90_days') AND end_date <= (SELECT as_of FROM today) + $within::INTEGER)::BIGINT AS due,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM agreement_slice($place, $region, $evidence)
  GROUP BY institution_id
),
allied AS (
  SELECT m.institution_id, string_agg(coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)), '|' ORDER BY a.founded NULLS LAST, a.alliance_id) AS alliances,
    max(m.evidence) AS evidence, string_agg(DISTINCT m.source_id, '|') AS source_ids
  FROM memberships AS m JOIN alliances AS a USING (alliance_id)
  WHERE m."left" IS NULL AND keeps($evidence, m.evidence)
  GROUP BY m.institution_id
),
acted AS (
  SELECT institution_id, max(academic_year_id) AS last_active FROM (
    SELECT institution_id, academic_year_id FROM cube_partner WHERE participants > 0 AND keeps($evidence, evidence)
    UNION ALL
    SELECT institution_id, academic_year_id FROM cube_flow_institution WHERE incoming + outgoing > 0 AND keeps($evidence, evidence)
    UNION ALL
    SELECT d.institution_id, academic_year(least(coalesce(d.end_date, d.start_date), t.as_of))
    FROM projects AS d CROSS JOIN today AS t
    WHERE d.start_date <= t.as_of AND keeps($evidence, d.evidence)
  )
  GROUP BY institution_id
),
active AS (
  SELECT a.institution_id, a.last_active, year_end(a.last_active) > t.as_of - to_years(dormant_years()) AS recent
  FROM acted AS a CROSS JOIN today AS t
),
quiet AS (
  SELECT institution_id, count(*) AS dormant_agreements FROM dormant_slice($place, $region, $evidence) GROUP BY institution_id
),
tied AS (
  SELECT DISTINCT institution_id FROM related_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  UNION
  SELECT institution_id FROM allied WHERE $from::VARCHAR IS NULL AND $to::VARCHAR IS NULL AND keeps($type, NULL) AND keeps($faculty, NULL)
  UNION
  SELECT institution_id FROM establishments WHERE asked($partner) AND keeps($partner, institution_id) AND keeps($evidence, evidence)
  UNION
  SELECT institution_id FROM moved WHERE (SELECT homeless FROM today)
  UNION
  SELECT institution_id FROM institutions
  WHERE (SELECT homeless FROM today) AND keeps($evidence, evidence) AND $from::VARCHAR IS NULL AND $to::VARCHAR IS NULL
),
listed AS (
  SELECT
    i.institution_id,
    said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution,
    p.code AS country_code,
    said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
    p.region,
    said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
    i.city,
    i.kind AS institution_kind,
    CASE WHEN r.projects THEN coalesce(w.projects, 0) END AS projects,
    CASE WHEN r.moves THEN coalesce(m.outbound, 0) END AS outbound,
    CASE WHEN r.moves THEN coalesce(m.inbound, 0) END AS inbound,
    CASE WHEN r.moves THEN coalesce(m.inbound, 0) - coalesce(m.outbound, 0) END AS net,
    coalesce(a.agreements, 0) AS agreements,
    a.status AS agreement_status,
    said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS status_name,
    a.ends,
    v.last_active,
    coalesce(v.recent, false) AS active,
    k.institution_id IS NOT NULL AS dormant,
    a.ends - t.as_of AS days_left,
    coalesce(a.due, 0) AS due,
    coalesce(k.dormant_agreements, 0) AS quiet_agreements,
    l.alliances AS allied,
    search_rank(lower(strip_accents($search)), f.names, f.acronym, f.further) AS fit,
    greatest(i.evidence, w.evidence, m.evidence, a.evidence, l.evidence) AS evidence,
    concat_ws('|', i.source_id, w.source_ids, m.source_ids, a.source_ids, l.source_ids) AS source_ids
  FROM tied
  JOIN institutions AS i USING (institution_id)
  JOIN partner_search AS f USING (institution_id)
  JOIN places AS p ON p.code = i.country_code
  JOIN regions AS g ON g.code = p.region
  CROSS JOIN today AS t
  CROSS JOIN recorded AS r
  LEFT JOIN worked AS w USING (institution_id)
  LEFT JOIN moved AS m USING (institution_id)
  LEFT JOIN agreed AS a USING (institution_id)
  LEFT JOIN allied AS l USING (institution_id)
  LEFT JOIN active AS v USING (institution_id)
  LEFT JOIN quiet AS k USING (institution_id)
  LEFT JOIN labels AS s ON s.dimension = 'agreement_status' AND s.id = a.status
  WHERE i.institution_id IS DISTINCT FROM t.home_institution
    AND keeps($partner, i.institution_id) AND keeps($place, p.code) AND keeps($region, p.region)
    AND fit IS NOT NULL
    AND CASE $state WHEN 'active' THEN active WHEN 'dormant' THEN dormant WHEN 'expiring' THEN coalesce(days_left <= $within, false) ELSE true END
)
SELECT
  institution_id, institution, country_code, place, region, region_name, city, institution_kind, projects, outbound, inbound, net,
  agreements, agreement_status, status_name, ends, last_active, dormant, allied,
  count(*) OVER ()::BIGINT AS total,
  CASE $state WHEN 'expiring' THEN sum(due) OVER () WHEN 'dormant' THEN sum(quiet_agreements) OVER () END::BIGINT AS total_agreements,
  evidence, source_ids
FROM listed
ORDER BY
  CASE WHEN $sort = '' THEN fit END,
  CASE WHEN $sort = '' AND $state = 'expiring' THEN ends WHEN $sort = '' AND $state = 'dormant' THEN coalesce(year_end(last_active), DATE '0001-01-01') END,
  CASE $sort
    WHEN '' THEN projects WHEN 'projects' THEN projects WHEN 'outbound' THEN outbound WHEN 'inbound' THEN inbound
    WHEN 'balance' THEN net WHEN 'agreements' THEN agreements
  END * CASE WHEN $descending OR $sort = '' THEN -1 ELSE 1 END NULLS LAST,
  CASE WHEN $sort = '' THEN -(outbound + inbound) END NULLS LAST,
  CASE WHEN NOT $descending THEN CASE $sort WHEN 'name' THEN lower(strip_accents(institution)) WHEN 'place' THEN place WHEN 'ends' THEN ends::VARCHAR WHEN 'last_active' THEN last_active END END NULLS LAST,
  CASE WHEN $descending THEN CASE $sort WHEN 'name' THEN lower(strip_accents(institution)) WHEN 'place' THEN place WHEN 'ends' THEN ends::VARCHAR WHEN 'last_active' THEN last_active END END DESC NULLS LAST,
  institution, institution_id
LIMIT $limit OFFSET $offset;
