/*
title: {en: Collaborative projects to date, zh-Hant: 累計合作項目, zh-Hans: 累计合作项目}
definition:
  en: Projects started up to and in each academic year, whatever their type.
  zh-Hant: 截至每個學年累計開展的各類合作項目數目。
  zh-Hans: 截至每个学年累计开展的各类合作项目数目。
formula: running Σ projects by the academic year of their start
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    until: {academic_year_id: academic_year_id}
    needs: [academic_year_id]
*/
SELECT
  academic_year_id,
  sum(sum(projects)) OVER (ORDER BY academic_year_id)::BIGINT AS projects,
  max(evidence) AS evidence,
  string_agg(DISTINCT source_id, '|') AS source_ids
FROM project_place_slice($from, $to, $place, $region, $type, $faculty, $evidence)
WHERE academic_year_id IS NOT NULL
GROUP BY academic_year_id
ORDER BY academic_year_id;
