/*
title: {en: 'Partners, projects and students by region', zh-Hant: 按地區劃分的夥伴、項目及學生, zh-Hans: 按地区划分的伙伴、项目及学生}
definition:
  en: >-
    Each region's partners, collaborative projects and exchange students of both directions, and its share of each total.
    The home place is left out. Where years are chosen, a project counts in the year it started and an agreement in the
    years its term touches; one without dates counts only where no years are chosen.
  zh-Hant: 各地區的夥伴、合作項目及雙向交流學生數目，以及各佔總數的比例；不包括本地。選定學年時，項目計入開展學年，協議計入其有效期所涉的學年；沒有日期者只在不限學年時計算。
  zh-Hans: 各地区的伙伴、合作项目及双向交流学生数目，以及各占总数的比例；不包括本地。选定学年时，项目计入开展学年，协议计入其有效期所涉的学年；没有日期者只在不限学年时计算。
formula: region ÷ total, for each of the three
unit: {en: share of the total, zh-Hant: 佔總數比例, zh-Hans: 占总数比例}
source: Own definition
facts:
  - table: ties
    where: >-
      "grouping" <> 'home'
    by: {region: region}
    needs: [institution_id]
    distinct: institution_id
    measures: [partners, partner_share]
    filters: {type: []}
  - table: ties
    where: >-
      "grouping" <> 'home'
    needs: [institution_id]
    distinct: institution_id
    over: [partner_share]
    filters: {type: []}
  - table: projects
    where: >-
      "grouping" <> 'home'
    by: {region: region}
    measures: [projects, project_share]
    filters: {type: []}
  - table: projects
    where: >-
      "grouping" <> 'home'
    over: [project_share]
    filters: {type: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {region: region}
    sum: participants
    measures: [participants, student_share]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    sum: participants
    over: [student_share]
    filters: {direction: []}
*/
WITH partnered AS (
  SELECT region, count(DISTINCT institution_id) AS n, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM related_slice($from, $to, $place, $region, NULL, $faculty, $evidence)
  WHERE "grouping" <> 'home'
  GROUP BY region
),
run AS (
  SELECT region, sum(projects) AS n, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM project_place_slice($from, $to, $place, $region, NULL, $faculty, $evidence)
  WHERE "grouping" <> 'home'
  GROUP BY region
),
moved AS (
  SELECT region, sum(participants) AS n, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM place_slice($from, $to, $place, $region, $faculty, NULL, $evidence)
  WHERE "grouping" <> 'home' AND kind = 'student-studies'
  GROUP BY region
)
SELECT
  g.code AS region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  CASE WHEN sum(p.n) OVER () > 0 THEN coalesce(p.n, 0) END::BIGINT AS partners,
  coalesce(p.n, 0)::DOUBLE / nullif(sum(p.n) OVER (), 0) AS partner_share,
  CASE WHEN sum(r.n) OVER () > 0 THEN coalesce(r.n, 0) END::BIGINT AS projects,
  coalesce(r.n, 0)::DOUBLE / nullif(sum(r.n) OVER (), 0) AS project_share,
  CASE WHEN sum(m.n) OVER () > 0 THEN coalesce(m.n, 0) END::BIGINT AS participants,
  coalesce(m.n, 0)::DOUBLE / nullif(sum(m.n) OVER (), 0) AS student_share,
  (sum(m.n) OVER ())::BIGINT AS all_participants,
  greatest(p.evidence, r.evidence, m.evidence) AS evidence,
  concat_ws('|', p.source_ids, r.source_ids, m.source_ids) AS source_ids
FROM regions AS g
LEFT JOIN partnered AS p ON p.region = g.code
LEFT JOIN run AS r ON r.region = g.code
LEFT JOIN moved AS m ON m.region = g.code
WHERE p.n IS NOT NULL OR r.n IS NOT NULL OR m.n IS NOT NULL
ORDER BY coalesce(partner_share, 0) DESC, g.position;
