-- Agreements signed (or, where only that is known, begun) after a day and up to the data set's own, and those that ended in
-- that time: the latest first.
WITH events AS (
  SELECT 'signed' AS event, coalesce(a.signing_date, a.start_date) AS day, a.* FROM agreement_status AS a
  UNION ALL
  SELECT 'ended', a.end_date, a.* FROM agreement_status AS a WHERE a.status = 'ended'
), counted AS (
  SELECT
    e.*,
    count(*) OVER (PARTITION BY e.event) AS found,
    row_number() OVER (PARTITION BY e.event ORDER BY e.day DESC, e.agreement_id) AS place_in_list
  FROM events AS e
  CROSS JOIN dataset AS d
  WHERE e.day > $day::DATE AND e.day <= d.as_of AND keeps($evidence, e.evidence)
)
SELECT
  c.event,
  c.agreement_id,
  c.institution_id,
  said($lang, i.name, i.name_zh_hant, i.name_zh_hans) AS name,
  c.country_code AS place,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place_label,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS kind_label,
  c.day::VARCHAR AS day,
  c.evidence,
  c.found
FROM counted AS c
JOIN institutions AS i USING (institution_id)
JOIN places AS p ON p.code = c.country_code
LEFT JOIN labels AS l ON l.dimension = 'agreement_kind' AND l.id = c.kind::VARCHAR
WHERE c.place_in_list <= $most
ORDER BY c.event, c.place_in_list;
