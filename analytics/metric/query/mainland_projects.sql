/*
title: {en: Mainland projects by provincial-level division, zh-Hant: 按省級行政區劃分的內地項目, zh-Hans: 按省级行政区划分的内地项目}
definition:
  en: Collaborative projects with partners on the Chinese mainland, by the partner's province, municipality or autonomous region.
  zh-Hant: 與中國內地夥伴的合作項目數目，按夥伴所在省、直轄市或自治區劃分。
  zh-Hans: 与中国内地伙伴的合作项目数目，按伙伴所在省、直辖市或自治区划分。
formula: count of projects; cumulative share = projects of this division and those above it ÷ all mainland projects that the filters let through
unit: {en: projects, zh-Hant: 項, zh-Hans: 项}
source: Own definition
facts:
  - table: projects
    where: >-
      country_code = 'CN'
    by: {subdivision: subdivision_code}
    needs: [subdivision_code]
    measures: [projects]
    shows: [cumulative_share]
    filters: {place: [], region: []}
  - table: projects
    where: >-
      country_code = 'CN'
    by: {subdivision: subdivision_code}
    needs: [subdivision_code]
    distinct: institution_id
    measures: [partners]
    filters: {place: [], region: []}
*/
SELECT
  s.code AS subdivision,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS province,
  sum(c.projects)::BIGINT AS projects,
  count(DISTINCT c.institution_id)::BIGINT AS partners,
  sum(sum(c.projects)) OVER (ORDER BY sum(c.projects) DESC, s.code ROWS UNBOUNDED PRECEDING)::DOUBLE
    / sum(sum(c.projects)) OVER () AS cumulative_share,
  max(c.evidence) AS evidence,
  string_agg(DISTINCT c.source_id, '|') AS source_ids
FROM project_partner_slice($from, $to, ['CN'], NULL, $type, $faculty, $evidence) AS c
JOIN subdivisions AS s ON s.code = c.subdivision_code
GROUP BY s.code, province
ORDER BY projects DESC, s.code;
