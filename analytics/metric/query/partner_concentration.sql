/*
title: {en: Concentration of exchange on partners, zh-Hant: 交流在夥伴間的集中程度, zh-Hans: 交流在伙伴间的集中程度}
definition:
  en: >-
    How evenly each academic year's exchange students are spread over the partners they went to or came from. HHI is the sum of squared
    shares: 1 where all are with one partner. Its inverse is the effective number of partners: as many of equal size would be as
    concentrated. Shannon diversity is the entropy of the shares; evenness is that over its largest possible value, 1 where all partners
    have the same number, and has no value for one partner alone. Students whose partner is not recorded are left out.
  zh-Hant: 每學年交流學生在夥伴院校間的分布。赫芬達爾指數（HHI）為份額平方和，全部集中於一所夥伴院校時為 1；其倒數為有效夥伴數目，即同等集中程度下規模相同的夥伴數目。香農多樣性為份額的熵；均勻度為其與最大可能值之比，各夥伴人數相同時為 1，只有一個夥伴時沒有數值。未記錄夥伴的學生不計算在內。
  zh-Hans: 每学年交流学生在伙伴院校间的分布。赫芬达尔指数（HHI）为份额平方和，全部集中于一所伙伴院校时为 1；其倒数为有效伙伴数，即同等集中程度下规模相同的伙伴数目。香农多样性为份额的熵；均匀度为其与最大可能值之比，各伙伴人数相同时为 1，只有一个伙伴时没有数值。未记录伙伴的学生不计算在内。
formula: sᵢ = partner's students ÷ all; HHI = Σ sᵢ²; effective partners = 1 ÷ HHI; H = −Σ sᵢ ln sᵢ; evenness = H ÷ ln k
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Herfindahl–Hirschman index (Herfindahl 1950; Hirschman 1964); numbers equivalent (Adelman 1969); Shannon (1948); Pielou (1966)
facts:
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id}
    needs: [institution_id]
    sum: participants
    measures: [participants]
    shows: [hhi, effective_partners, shannon, evenness, top_share]
  - table: mobility
    where: >-
      kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
    by: {academic_year_id: academic_year_id}
    needs: [institution_id]
    distinct: institution_id
    measures: [partners]
*/
WITH moved AS (
  SELECT academic_year_id, institution_id, participants, evidence, source_id
  FROM partner_slice($from, $to, $place, $region, $faculty, $direction, $evidence)
  WHERE kind = 'student-studies' AND "grouping" <> 'home' AND participants > 0
), graded AS (
  SELECT academic_year_id, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids FROM moved GROUP BY academic_year_id
), counted AS (
  SELECT academic_year_id, institution_id, sum(participants)::DOUBLE AS n FROM moved GROUP BY ALL
), parted AS (
  SELECT *, n / sum(n) OVER (PARTITION BY academic_year_id) AS s FROM counted
)
SELECT
  p.academic_year_id,
  count(*)::BIGINT AS partners,
  sum(p.n)::BIGINT AS participants,
  1 / sum(p.s * p.s) AS effective_partners,
  sum(p.s * p.s) AS hhi,
  -sum(p.s * ln(p.s)) AS shannon,
  CASE WHEN count(*) > 1 THEN -sum(p.s * ln(p.s)) / ln(count(*)) END AS evenness,
  max(p.s) AS top_share,
  coalesce(any_value(y.incomplete), false) AS incomplete,
  any_value(y.reason) AS incomplete_reason,
  any_value(g.evidence) AS evidence,
  any_value(g.source_ids) AS source_ids
FROM parted AS p
JOIN graded AS g USING (academic_year_id)
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = p.academic_year_id
GROUP BY p.academic_year_id
ORDER BY p.academic_year_id;
