/*
title: {en: What the alliances bring, zh-Hant: 各聯盟帶來的合作, zh-Hans: 各联盟带来的合作}
definition:
  en: >-
    Of each alliance's named members, other than the university and observers: those with a project running in the last
    academic year (of those chosen), and those that a project, an agreement or a move of students or staff makes partners.
    Beside them, the projects begun and the exchange students with members in the years chosen. Members that nobody names
    are not known to be partners or not: the stated size of the alliance stands beside. Who is in two alliances counts in both.
    Members without a project are told only where the projects could name them: where one is with a named member, or is of no
    weaker evidence than the memberships; otherwise it is not known. The same holds for students.
  zh-Hant: 各聯盟具名成員（不計本校及觀察員）之中，（所選學年的）最近學年有項目進行者，以及因項目、協議或學生教職員往來而成為夥伴者；並列出所選學年與成員開展的項目及互派的交流學生。未具名的成員無從判斷是否夥伴，故另列聯盟所述規模。同屬兩個聯盟者分別計算。僅當有項目涉及具名成員，或項目記錄的可信程度不低於成員名單時，方可斷定成員沒有項目；否則視為未知。學生人數亦然。
  zh-Hans: 各联盟具名成员（不计本校及观察员）之中，（所选学年的）最近学年有项目进行者，以及因项目、协议或学生教职员往来而成为伙伴者；并列出所选学年与成员开展的项目及互派的交流学生。未具名的成员无从判断是否伙伴，故另列联盟所述规模。同属两个联盟者分别计算。仅当有项目涉及具名成员，或项目记录的可信程度不低于成员名单时，方可断定成员没有项目；否则视为未知。学生人数亦然。
formula: named members with ≥ 1 running project ÷ named members
unit: {en: members, zh-Hant: 名成員, zh-Hans: 名成员}
source: Own definition
facts:
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer' AND NOT coalesce(home, false)
    by: {alliance_id: alliance_id}
    measures: [members]
    over: [activation]
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer' AND NOT coalesce(home, false)
    distinct: institution_id
    over: [all_activation]
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer' AND NOT coalesce(home, false) AND institution_id IN (
        SELECT institution_id FROM cube_activity
        WHERE running > 0 AND keeps($evidence, evidence) AND academic_year_id = coalesce($to::VARCHAR, academic_year(activity_day($evidence))))
    distinct: institution_id
    measures: [all_activation]
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer' AND NOT coalesce(home, false) AND institution_id IN (
        SELECT institution_id FROM cube_activity
        WHERE running > 0 AND keeps($evidence, evidence) AND academic_year_id = coalesce($to::VARCHAR, academic_year(activity_day($evidence))))
    by: {alliance_id: alliance_id}
    measures: [active_members, activation]
  - table: memberships
    where: >-
      "left" IS NULL AND role IS DISTINCT FROM 'observer' AND NOT coalesce(home, false) AND (
        institution_id IN (SELECT institution_id FROM related_slice($from, $to, $place, $region, NULL, NULL, $evidence))
        OR institution_id IN (
          SELECT institution_id FROM cube_activity
          WHERE running > 0 AND keeps($evidence, evidence) AND academic_year_id = coalesce($to::VARCHAR, academic_year(activity_day($evidence)))))
    by: {alliance_id: alliance_id}
    measures: [tied_members]
  - table: projects
    where: >-
      institution_id IN (SELECT institution_id FROM memberships WHERE "left" IS NULL AND role IS DISTINCT FROM 'observer')
    shows: [projects]
  - table: mobility
    where: >-
      kind = 'student-studies' AND institution_id IN (SELECT institution_id FROM memberships WHERE "left" IS NULL AND role IS DISTINCT FROM 'observer')
    sum: participants
    shows: [outbound, inbound]
  - table: figures
    where: preference = 1 AND as_of IS NOT NULL
    by: {alliance_id: alliance_id}
    needs: [alliance_id]
    sum: value
    measures: [stated]
    filters: {evidence: []}
*/
WITH ordered AS (
  SELECT *, (row_number() OVER (ORDER BY founded, alliance_id) - 1)::BIGINT AS position FROM alliances
),
named AS (
  SELECT m.alliance_id, m.institution_id, said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS institution, m.evidence, m.source_id
  FROM memberships AS m
  JOIN institutions AS i USING (institution_id)
  JOIN places AS p ON p.code = i.country_code
  CROSS JOIN dataset AS d
  WHERE m."left" IS NULL AND m.role IS DISTINCT FROM 'observer' AND m.institution_id IS DISTINCT FROM d.home_institution
    AND keeps($place, p.code) AND keeps($region, p.region) AND keeps($evidence, m.evidence)
),
related AS (
  SELECT institution_id, max(evidence) AS evidence FROM related_slice($from, $to, $place, $region, NULL, NULL, $evidence) GROUP BY institution_id
),
busy AS (
  SELECT institution_id, max(evidence) AS evidence FROM cube_activity
  WHERE running > 0 AND keeps($evidence, evidence) AND academic_year_id = coalesce($to::VARCHAR, academic_year(activity_day($evidence)))
  GROUP BY institution_id
),
-- Whether projects and moves could name a member at all, and the weakest of the rows that were looked through.
looked AS (
  SELECT
    coalesce(bool_or(c.running > 0 AND (c.institution_id IS NOT NULL OR c.evidence <= c.grade)), false) AS projects_tell,
    coalesce(bool_or(c.moved > 0 AND (c.institution_id IS NOT NULL OR c.evidence <= c.grade)), false) AS moves_tell,
    max(c.evidence) FILTER (c.running > 0) AS evidence
  FROM (
    SELECT a.running, a.moved, a.evidence, m.institution_id, g.grade
    FROM cube_activity AS a
    CROSS JOIN (SELECT max(evidence) AS grade FROM named) AS g
    LEFT JOIN (SELECT DISTINCT institution_id FROM named) AS m USING (institution_id)
    WHERE keeps($evidence, a.evidence)
  ) AS c
),
done AS (
  SELECT institution_id, sum(begun) AS projects, sum(outbound) AS outbound, sum(inbound) AS inbound
  FROM cube_activity
  WHERE within_years($from, $to, academic_year_id) AND keeps($evidence, evidence)
  GROUP BY institution_id
),
once AS (
  SELECT count(DISTINCT n.institution_id) AS members, count(DISTINCT coalesce(r.institution_id, b.institution_id)) AS tied, count(DISTINCT b.institution_id) AS active
  FROM named AS n
  LEFT JOIN related AS r ON r.institution_id = n.institution_id
  LEFT JOIN busy AS b ON b.institution_id = n.institution_id
)
SELECT
  a.alliance_id,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  a.position,
  any_value(s.value)::BIGINT AS stated,
  any_value(s.qualifier) AS qualifier,
  count(*)::BIGINT AS members,
  count(coalesce(r.institution_id, b.institution_id))::BIGINT AS tied_members,
  CASE WHEN any_value(k.projects_tell) THEN count(b.institution_id)::BIGINT END AS active_members,
  CASE WHEN any_value(k.projects_tell) THEN count(b.institution_id) / count(*) END AS activation,
  CASE WHEN any_value(k.projects_tell) THEN coalesce(sum(x.projects), 0)::BIGINT END AS projects,
  CASE WHEN any_value(k.moves_tell) THEN coalesce(sum(x.outbound), 0)::BIGINT END AS outbound,
  CASE WHEN any_value(k.moves_tell) THEN coalesce(sum(x.inbound), 0)::BIGINT END AS inbound,
  string_agg(n.institution, '|' ORDER BY coalesce(x.projects, 0) DESC, coalesce(x.outbound + x.inbound, 0) DESC, n.institution)
    FILTER (r.institution_id IS NOT NULL OR b.institution_id IS NOT NULL) AS tied_names,
  any_value(o.members)::BIGINT AS all_members,
  any_value(o.tied)::BIGINT AS all_tied,
  CASE WHEN any_value(k.projects_tell) THEN any_value(o.active)::BIGINT END AS all_active,
  CASE WHEN any_value(k.projects_tell) THEN any_value(o.active / o.members) END AS all_activation,
  greatest(
    max(n.evidence), max(r.evidence), max(b.evidence),
    CASE WHEN any_value(k.projects_tell) AND count(b.institution_id) = 0 THEN any_value(k.evidence) END
  ) AS evidence,
  string_agg(DISTINCT n.source_id, '|') AS source_ids
FROM named AS n
CROSS JOIN once AS o
CROSS JOIN looked AS k
JOIN ordered AS a USING (alliance_id)
LEFT JOIN related AS r ON r.institution_id = n.institution_id
LEFT JOIN busy AS b ON b.institution_id = n.institution_id
LEFT JOIN done AS x ON x.institution_id = n.institution_id
LEFT JOIN stated_figures AS s ON s.metric_id = a.alliance_id || '_members' AND s.preference = 1 AND s.as_of IS NOT NULL
GROUP BY a.alliance_id, alliance, a.position
ORDER BY a.position;
