/*
title: {en: Active partners by region and year, zh-Hant: 按地區及學年劃分的活躍夥伴, zh-Hans: 按地区及学年划分的活跃伙伴}
definition:
  en: Partners in each region aimed at that were active in the academic year, that is with whom a project started or students or staff moved, and the last year in which the region had one. A region without any has no number.
  zh-Hant: 每個目標地區每學年的活躍夥伴數目，即該學年有項目開展或有學生、教職員往來的夥伴，並列出該地區最近一個有活躍夥伴的學年。從無活躍夥伴的地區沒有數值。
  zh-Hans: 每个目标地区每学年的活跃伙伴数目，即该学年有项目开展或有学生、教职员往来的伙伴，并列出该地区最近一个有活跃伙伴的学年。从无活跃伙伴的地区没有数值。
formula: count of distinct partners with a project that starts or people who move in the year
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition; regions by UN M49 with the Chinese mainland apart
facts:
  - table: ties
    where: >-
      tie <> 'agreement' AND "grouping" <> 'home' AND region IN (SELECT region FROM target_regions)
    by: {academic_year_id: first_year, region: region}
    needs: [institution_id, first_year]
    distinct: institution_id
    measures: [active_partners]
*/
WITH active AS (
  SELECT * FROM activity_slice($from, $to, $place, $region, $type, $faculty, $evidence)
  WHERE region IN (SELECT region FROM target_regions)
), counted AS (
  SELECT academic_year_id, region, count(DISTINCT institution_id)::BIGINT AS active_partners, max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM active
  GROUP BY ALL
), grid AS (
  SELECT y.academic_year_id, t.region, t.position
  FROM (SELECT DISTINCT academic_year_id FROM active) AS y
  CROSS JOIN target_regions AS t
  WHERE keeps($region, t.region) AND (coalesce(len($place::VARCHAR[]), 0) = 0 OR t.region IN (SELECT region FROM active))
)
SELECT
  g.academic_year_id,
  g.region,
  said($lang, r.name, r.name_zh_hant, r.name_zh_hans) AS region_name,
  c.active_partners,
  max(CASE WHEN c.active_partners > 0 THEN g.academic_year_id END) OVER (PARTITION BY g.region) AS last_active,
  coalesce(t.incomplete, y.incomplete, d.as_of < year_end(g.academic_year_id)) AS incomplete,
  -- What nobody did is as well supported as what others did.
  coalesce(c.evidence, max(c.evidence) OVER ()) AS evidence,
  c.source_ids
FROM grid AS g
CROSS JOIN dataset AS d
LEFT JOIN stated_years AS t ON t.academic_year_id = g.academic_year_id
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = g.academic_year_id
JOIN regions AS r ON r.code = g.region
LEFT JOIN counted AS c ON c.academic_year_id = g.academic_year_id AND c.region = g.region
ORDER BY g.academic_year_id, g.position;
