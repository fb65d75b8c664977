/*
title: {en: Exchange partners gained and lost, zh-Hant: 新增及中斷的交流夥伴院校, zh-Hans: 新增及中断的交流伙伴院校}
definition:
  en: Partners that exchanged students in each academic year, those of them that had done so in no year on record before, and those that had exchanged students in the year before and none in this. The same for the countries and regions they are in. The first year on record gains and loses nobody; a year after a gap loses nobody. Among those that came or went, the one with the most students is named.
  zh-Hant: 每學年有交流學生往來的夥伴院校、其中首次有記錄者，以及前一學年有往來而本學年並無往來者；其所在的國家及地區亦同樣計算。首個有記錄的學年不計新增及中斷，記錄有間斷後的學年不計中斷。新增及中斷者中學生最多的一所列出名稱。
  zh-Hans: 每学年有交流学生往来的伙伴院校、其中首次有记录者，以及前一学年有往来而本学年并无往来者；其所在的国家及地区亦同样计算。首个有记录的学年不计新增及中断，记录有间断后的学年不计中断。新增及中断者中学生最多的一所列出名称。
formula: count of distinct partners; new = first year on record; lost = in the year before, not in this one; where kind = student-studies
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
    by: {academic_year_id: academic_year_id}
    needs: [institution_id]
    distinct: institution_id
    measures: [partners]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
    by: {academic_year_id: academic_year_id}
    row: >-
      institution_id NOT IN (
        SELECT institution_id FROM partner_slice(NULL, NULL, $place, $region, $faculty, $direction, $evidence)
        WHERE kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0 AND institution_id IS NOT NULL AND academic_year_id < $row_academic_year_id)
    needs: [institution_id]
    distinct: institution_id
    measures: [new_partners]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
    row: >-
      left(academic_year_id, 4)::INTEGER = left($row_academic_year_id, 4)::INTEGER - 1 AND institution_id NOT IN (
        SELECT institution_id FROM partner_slice(NULL, NULL, $place, $region, $faculty, $direction, $evidence)
        WHERE kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0 AND institution_id IS NOT NULL AND academic_year_id = $row_academic_year_id)
    needs: [institution_id]
    distinct: institution_id
    measures: [lost_partners]
    filters: {from: [], to: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
    by: {academic_year_id: academic_year_id}
    row: >-
      country_code <> 'ZZ' AND country_code NOT IN (
        SELECT country_code FROM partner_slice(NULL, NULL, $place, $region, $faculty, $direction, $evidence)
        WHERE kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0 AND country_code IS NOT NULL AND academic_year_id < $row_academic_year_id)
    needs: [institution_id]
    distinct: country_code
    measures: [new_places]
*/
WITH counted AS (
  SELECT academic_year_id, institution_id, country_code, participants, evidence, source_id
  FROM partner_slice(NULL, NULL, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
),
exchanged AS (
  SELECT academic_year_id, institution_id, any_value(country_code) AS country_code, sum(participants) AS participants
  FROM counted
  GROUP BY academic_year_id, institution_id
),
graded AS (
  SELECT academic_year_id, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids FROM counted GROUP BY academic_year_id
),
years AS (
  SELECT
    academic_year_id,
    lag(academic_year_id) OVER (ORDER BY academic_year_id) AS before,
    substr(academic_year_id, 1, 4)::INTEGER = 1 + substr(before, 1, 4)::INTEGER AS next
  FROM (SELECT DISTINCT academic_year_id FROM cube_mobility_place WHERE kind = 'student-studies')
),
begun AS (
  SELECT institution_id, min(academic_year_id) AS first_year FROM exchanged GROUP BY institution_id
),
reached AS (
  SELECT country_code, min(academic_year_id) AS first_year FROM exchanged WHERE country_code <> 'ZZ' GROUP BY country_code
),
here AS (
  SELECT
    e.academic_year_id,
    count(*) AS partners,
    count(*) FILTER (b.first_year = e.academic_year_id) AS new_partners,
    arg_max(e.institution_id, (e.participants, e.institution_id)) FILTER (b.first_year = e.academic_year_id) AS new_partner,
    count(DISTINCT e.country_code) FILTER (r.first_year = e.academic_year_id) AS new_places,
    arg_max(e.country_code, (e.participants, e.country_code)) FILTER (r.first_year = e.academic_year_id) AS new_place
  FROM exchanged AS e
  JOIN begun AS b USING (institution_id)
  LEFT JOIN reached AS r ON r.country_code = e.country_code
  GROUP BY e.academic_year_id
),
gone AS (
  SELECT
    y.academic_year_id,
    count(*) FILTER (e.institution_id IS NULL) AS lost_partners,
    arg_max(p.institution_id, (p.participants, p.institution_id)) FILTER (e.institution_id IS NULL) AS lost_partner
  FROM years AS y
  JOIN exchanged AS p ON p.academic_year_id = y.before
  LEFT JOIN exchanged AS e ON e.academic_year_id = y.academic_year_id AND e.institution_id = p.institution_id
  WHERE y.next
  GROUP BY y.academic_year_id
)
SELECT
  y.academic_year_id,
  coalesce(h.partners, 0)::BIGINT AS partners,
  CASE WHEN y.before IS NOT NULL THEN coalesce(h.new_partners, 0)::BIGINT END AS new_partners,
  CASE WHEN y.next THEN coalesce(g.lost_partners, 0)::BIGINT END AS lost_partners,
  CASE WHEN y.before IS NOT NULL THEN coalesce(h.new_places, 0)::BIGINT END AS new_places,
  CASE WHEN y.before IS NOT NULL THEN said($lang, ni.name, ni.name_zh_hant, ni.name_zh_hans) END AS new_partner_named,
  CASE WHEN y.next THEN said($lang, gi.name, gi.name_zh_hant, gi.name_zh_hans) END AS lost_partner_named,
  CASE WHEN y.before IS NOT NULL THEN said($lang, p.name, p.name_zh_hant, p.name_zh_hans) END AS new_place_named,
  coalesce(c.incomplete, false) AS incomplete,
  c.reason AS incomplete_reason,
  coalesce(s.evidence, (SELECT max(evidence) FROM graded)) AS evidence,
  coalesce(s.source_ids, '') AS source_ids
FROM years AS y
LEFT JOIN here AS h USING (academic_year_id)
LEFT JOIN gone AS g USING (academic_year_id)
LEFT JOIN graded AS s USING (academic_year_id)
LEFT JOIN year_coverage AS c ON c.fact = 'mobility' AND c.academic_year_id = y.academic_year_id
LEFT JOIN institutions AS ni ON ni.institution_id = h.new_partner
LEFT JOIN institutions AS gi ON gi.institution_id = g.lost_partner
LEFT JOIN places AS p ON p.code = h.new_place
WHERE within_years($from, $to, y.academic_year_id) AND EXISTS (SELECT * FROM exchanged)
ORDER BY y.academic_year_id;
