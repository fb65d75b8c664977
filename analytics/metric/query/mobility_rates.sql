/*
title: {en: Mobility rates, zh-Hant: 學生流動比率, zh-Hans: 学生流动比率}
definition:
  en: >-
    Student mobility of each academic year against the students enrolled in it. The participation rate takes all students who went out,
    on exchange or as trainees; the outbound ratio and the inbound rate take exchange alone, out and in; the net flow is those who came on
    exchange less those who went, the net flow ratio that against enrolment. The data counts moves: a student who went out twice in a
    year counts twice, so the participation rate is an upper bound. With a faculty chosen, its own students are the base.
  zh-Hant: 每學年學生流動人次與同年註冊學生之比。參與率計算所有外訪學生，包括交流及實習；外訪比率及來訪率只計算交流學生；淨流入為來訪交流學生減外訪交流學生，淨流入率為其與註冊學生之比。數據以人次計算，一年內外訪兩次者計兩次，故參與率為上限。選定學院時，以該學院的學生為基數。
  zh-Hans: 每学年学生流动人次与同年注册学生之比。参与率计算所有派出学生，包括交流及实习；派出比率及来访率只计算交流学生；净流入为来访交流学生减派出交流学生，净流入率为其与注册学生之比。数据以人次计算，一年内派出两次者计两次，故参与率为上限。选定学院时，以该学院的学生为基数。
formula: participation = Σ outbound students ÷ enrolled; outbound ratio = outbound exchange ÷ enrolled; inbound rate = inbound exchange ÷ enrolled; net flow = inbound − outbound; net flow ratio = net flow ÷ enrolled
unit: {en: '% of students enrolled', zh-Hant: 佔註冊學生 %, zh-Hans: 占注册学生 %}
source: Indicators for Mapping and Profiling Internationalisation (IMPI) 01001 and 01009; UNESCO Institute for Statistics, outbound mobility ratio, inbound mobility rate and net flow ratio (adapted to one institution)
facts:
  - table: mobility
    where: >-
      kind IN ('student-studies', 'student-traineeship') AND direction = 'outbound' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [outbound_students, participation_rate]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'outbound' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [outbound, outbound_ratio]
    less: [net, net_ratio]
    filters: {direction: []}
  - table: mobility
    where: >-
      kind = 'student-studies' AND direction = 'inbound' AND "grouping" <> 'home'
    by: {academic_year_id: academic_year_id}
    sum: participants
    measures: [inbound, inbound_rate, net, net_ratio]
    filters: {direction: []}
  - table: enrolment
    where: >-
      CASE WHEN len($faculty::VARCHAR[]) = 0 THEN of_whole ELSE of_faculty AND list_contains($faculty::VARCHAR[], faculty) END
    by: {academic_year_id: academic_year_id}
    sum: students
    measures: [enrolled]
    over: [participation_rate, outbound_ratio, inbound_rate, net_ratio]
*/
WITH moved AS (
  SELECT
    academic_year_id,
    coalesce(sum(participants) FILTER (direction = 'outbound'), 0)::BIGINT AS outbound_students,
    coalesce(sum(participants) FILTER (direction = 'outbound' AND kind = 'student-studies'), 0)::BIGINT AS outbound,
    coalesce(sum(participants) FILTER (direction = 'inbound' AND kind = 'student-studies'), 0)::BIGINT AS inbound,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM place_slice($from, $to, $place, $region, $faculty, NULL, $evidence)
  WHERE kind IN ('student-studies', 'student-traineeship') AND "grouping" <> 'home'
  GROUP BY academic_year_id
)
SELECT
  m.academic_year_id,
  e.enrolled,
  m.outbound_students,
  m.outbound_students / nullif(e.enrolled, 0) AS participation_rate,
  m.outbound,
  m.outbound / nullif(e.enrolled, 0) AS outbound_ratio,
  m.inbound,
  m.inbound / nullif(e.enrolled, 0) AS inbound_rate,
  m.inbound - m.outbound AS net,
  (m.inbound - m.outbound) / nullif(e.enrolled, 0) AS net_ratio,
  coalesce(y.incomplete, false) AS incomplete,
  y.reason AS incomplete_reason,
  greatest(m.evidence, e.evidence) AS evidence,
  concat_ws('|', m.source_ids, e.source_ids) AS source_ids
FROM moved AS m
JOIN enrolled_slice($from, $to, $faculty, $evidence) AS e USING (academic_year_id)
LEFT JOIN year_coverage AS y ON y.fact = 'mobility' AND y.academic_year_id = m.academic_year_id
ORDER BY m.academic_year_id;
