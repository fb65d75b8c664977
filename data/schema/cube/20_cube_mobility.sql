-- Mobility by place, faculty and level: what charts of faculties and levels read, and every other one that asks for a
-- faculty. A row's sources are all of those its people were read from, with bars between them.
CREATE TABLE cube_mobility AS
SELECT
  m.academic_year_id,
  m.direction,
  m.kind,
  m.level,
  m.faculty,
  p.code AS country_code,
  p.region,
  p."grouping",
  m.evidence,
  string_agg(DISTINCT m.source_id, '|' ORDER BY m.source_id) AS source_id,
  sum(m.participants)::BIGINT AS participants,
  sum(m.months) AS months,
  sum(m.aid_amount)::DOUBLE AS aid_amount,
  sum(m.cost_amount)::DOUBLE AS cost_amount,
  sum(m.aided_participants)::BIGINT AS aided_participants,
  sum(m.participants) FILTER (m.aided_participants IS NOT NULL)::BIGINT AS aid_known_participants
FROM mobility AS m
LEFT JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = coalesce(i.country_code, m.country_code)
GROUP BY ALL
ORDER BY m.kind, m.academic_year_id, country_code, m.faculty;

-- The same without faculty and level: a tenth of the rows, which answers most questions.
CREATE TABLE cube_mobility_place AS
SELECT
  academic_year_id, direction, kind, country_code, region, "grouping", evidence,
  each_once(string_agg(source_id, '|')) AS source_id,
  sum(participants)::BIGINT AS participants,
  sum(months) AS months,
  sum(aid_amount) AS aid_amount,
  sum(cost_amount) AS cost_amount,
  sum(aided_participants)::BIGINT AS aided_participants,
  sum(aid_known_participants)::BIGINT AS aid_known_participants
FROM cube_mobility
GROUP BY ALL
ORDER BY kind, academic_year_id, country_code;
