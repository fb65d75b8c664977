/*
title: {en: Regional coverage, zh-Hant: 地區覆蓋率, zh-Hans: 地区覆盖率}
definition:
  en: >-
    The share of the regions aimed at in which at least one partner was active in the academic year: a project with it started, or students
    or staff moved. The regions aimed at are those that the data set sets a target for (metric regional_coverage), else every region of
    the world but the home's own.
  zh-Hant: 每學年有至少一個活躍夥伴的目標地區所佔比例；該學年有項目開展或有學生、教職員往來的夥伴即屬活躍。目標地區為數據集以 regional_coverage 指標列明者；沒有列明時，為本地所屬地區以外的世界各地區。
  zh-Hans: 每学年有至少一个活跃伙伴的目标地区所占比例；该学年有项目开展或有学生、教职员往来的伙伴即属活跃。目标地区为数据集以 regional_coverage 指标列明者；没有列明时，为本地所属地区以外的世界各地区。
formula: target regions with ≥ 1 active partner ÷ target regions
unit: {en: '% of regions', zh-Hant: 佔地區 %, zh-Hans: 占地区 %}
source: Own definition; regions by UN M49 with the Chinese mainland apart
facts:
  - table: ties
    where: >-
      tie <> 'agreement' AND "grouping" <> 'home' AND region IN (SELECT region FROM target_regions)
    by: {academic_year_id: first_year}
    needs: [institution_id, first_year]
    distinct: region
    measures: [covered_regions]
    shows: [coverage, target_regions]
    filters: {direction: []}
*/
WITH active AS (
  SELECT a.academic_year_id, a.region, a.evidence, a.source_id
  FROM activity_place_slice($from, $to, $faculty, $evidence) AS a
  JOIN target_regions AS t USING (region)
)
SELECT
  a.academic_year_id,
  count(DISTINCT a.region)::BIGINT AS covered_regions,
  (SELECT count(*) FROM target_regions)::BIGINT AS target_regions,
  count(DISTINCT a.region) / (SELECT count(*) FROM target_regions) AS coverage,
  max(a.evidence) AS evidence,
  string_agg(DISTINCT a.source_id, '|') AS source_ids
FROM active AS a
GROUP BY a.academic_year_id
ORDER BY a.academic_year_id;
