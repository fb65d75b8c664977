/*
title: {en: Faculties compared, zh-Hant: 學院比較, zh-Hans: 学院比较}
definition:
  en: >-
    Each faculty's or school's projects, partners (whoever it ran a project or exchanged students with), exchange students out and in, and
    its participation rate: its students who went out, on exchange or as trainees, over its enrolment, both summed over the years chosen
    whose enrolment is known.
    The average is that of one faculty; of the participation rate, that of the institution. The data counts moves, not distinct students.
  zh-Hant: 所選學年內各學院的項目、夥伴（曾與其開展項目或交流學生者）、外訪及來訪交流學生，以及參與率，即該學院外訪學生（交流及實習）與註冊學生之比，兩者均為有註冊人數的各年之和。平均值為每個學院的平均；參與率則為全校比率。數據以人次計算。
  zh-Hans: 所选学年内各学院的项目、伙伴（曾与其开展项目或交流学生者）、派出及来访交流学生，以及参与率，即该学院派出学生（交流及实习）与注册学生之比，两者均为有注册人数的各年之和。平均值为每个学院的平均；参与率则为全校比率。数据以人次计算。
formula: counts by faculty; participation = Σ outbound students ÷ Σ enrolled; average = Σ ÷ number of faculties
unit: {en: by faculty, zh-Hant: 按學院, zh-Hans: 按学院}
source: Own definition; participation after IMPI 01001
facts:
  - table: projects
    where: >-
      "grouping" <> 'home'
    by: {faculty: faculty}
    measures: [projects]
    filters: {type: []}
  - table: ties
    where: >-
      tie <> 'agreement' AND "grouping" <> 'home'
    by: {faculty: faculty}
    needs: [institution_id]
    distinct: institution_id
    measures: [partners]
    filters: {type: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND "grouping" <> 'home'
    by: {faculty: faculty}
    sum: participants
    measures: [outbound]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'inbound' AND "grouping" <> 'home'
    by: {faculty: faculty}
    sum: participants
    measures: [inbound]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind IN ('student-studies', 'student-traineeship') AND direction = 'outbound' AND "grouping" <> 'home'
      AND (faculty, academic_year_id) IN (SELECT (b.faculty, b.academic_year_id) FROM enrolment_base AS b WHERE keeps($evidence, b.evidence))
    by: {faculty: faculty}
    sum: participants
    measures: [outbound_students, participation_rate]
    filters: {direction: []}
  - table: enrolment
    where: of_faculty
    by: {faculty: faculty}
    sum: students
    measures: [enrolled]
    over: [participation_rate]
*/
WITH run AS (
  SELECT faculty, institution_id, projects, evidence, source_id
  FROM faculty_project_slice($from, $to, $place, $region, NULL, $evidence)
  WHERE faculty IS NOT NULL AND "grouping" <> 'home'
), moved AS (
  SELECT faculty, direction, kind, participants, evidence, source_id,
    (faculty, academic_year_id) IN (SELECT (faculty, academic_year_id) FROM enrolment_base WHERE keeps($evidence, evidence)) AS based
  FROM mobility_slice($from, $to, $place, $region, NULL, NULL, $evidence)
  WHERE faculty IS NOT NULL AND "grouping" <> 'home' AND kind IN ('student-studies', 'student-traineeship')
), tied AS (
  SELECT faculty, institution_id FROM run
  UNION
  SELECT faculty, institution_id
  FROM faculty_partner_slice($from, $to, $place, $region, $evidence)
  WHERE faculty IS NOT NULL AND "grouping" <> 'home' AND participants > 0
), enrolled AS (
  SELECT faculty, sum(students) AS students, max(evidence) AS evidence, string_agg(DISTINCT source_ids, '|') AS source_ids
  FROM enrolment_base
  WHERE faculty IS NOT NULL AND within_years($from, $to, academic_year_id) AND keeps($evidence, evidence)
    AND academic_year_id IN (SELECT academic_year_id FROM cube_mobility)
  GROUP BY faculty
), every AS (
  SELECT faculty, sum(projects) AS projects, NULL AS outbound, NULL AS inbound, NULL AS students, max(evidence) AS evidence, string_agg(DISTINCT source_id, '|') AS source_ids
  FROM run GROUP BY faculty
  UNION ALL
  SELECT faculty, NULL,
    sum(participants) FILTER (direction = 'outbound' AND kind = 'student-studies'),
    sum(participants) FILTER (direction = 'inbound' AND kind = 'student-studies'),
    sum(participants) FILTER (direction = 'outbound' AND based), max(evidence), string_agg(DISTINCT source_id, '|')
  FROM moved GROUP BY faculty
), summed AS (
  SELECT faculty, coalesce(sum(projects), 0) AS projects, coalesce(sum(outbound), 0) AS outbound, coalesce(sum(inbound), 0) AS inbound,
    coalesce(sum(students), 0) AS students, max(evidence) AS evidence, string_agg(DISTINCT source_ids, '|') AS source_ids
  FROM every GROUP BY faculty
), joined AS (
  SELECT s.*, t.partners, e.students AS enrolled, greatest(s.evidence, e.evidence) AS graded, concat_ws('|', s.source_ids, e.source_ids) AS cited
  FROM summed AS s
  LEFT JOIN (SELECT faculty, count(DISTINCT institution_id) AS partners FROM tied GROUP BY faculty) AS t USING (faculty)
  LEFT JOIN enrolled AS e USING (faculty)
)
SELECT
  j.faculty,
  coalesce(said($lang, f.name, f.name_zh_hant, f.name_zh_hans), j.faculty) AS faculty_name,
  j.projects::BIGINT AS projects,
  coalesce(j.partners, 0)::BIGINT AS partners,
  j.outbound::BIGINT AS outbound,
  j.inbound::BIGINT AS inbound,
  j.students::BIGINT AS outbound_students,
  j.enrolled::BIGINT AS enrolled,
  j.students / nullif(j.enrolled, 0) AS participation_rate,
  avg(j.projects) OVER () AS mean_projects,
  avg(coalesce(j.partners, 0)) OVER () AS mean_partners,
  avg(j.outbound) OVER () AS mean_outbound,
  avg(j.inbound) OVER () AS mean_inbound,
  sum(j.students) FILTER (j.enrolled > 0) OVER () / sum(j.enrolled) OVER () AS mean_participation,
  j.graded AS evidence,
  j.cited AS source_ids
FROM joined AS j
LEFT JOIN faculties AS f ON f.faculty_id = j.faculty
ORDER BY j.projects DESC, j.outbound DESC, j.faculty;
