-- The alliances, oldest first, with the home institution's role in each and how many members are named; observers are none.
SELECT
  a.alliance_id,
  said($lang, a.name, a.name_zh_hant, a.name_zh_hans) AS name,
  a.acronym,
  a.founded,
  said($lang, a.described, a.described_zh_hant, a.described_zh_hans) AS described,
  a.website,
  a.evidence,
  a.source_id,
  any_value(said($lang, l.name, l.name_zh_hant, l.name_zh_hans)) FILTER (m.institution_id = d.home_institution) AS role,
  count(DISTINCT m.institution_id) FILTER (m."left" IS NULL AND m.role IS DISTINCT FROM 'observer')::BIGINT AS named,
  count(DISTINCT m.institution_id) FILTER (
    m."left" IS NULL AND m.role IS DISTINCT FROM 'observer' AND m.institution_id IS DISTINCT FROM d.home_institution
    AND m.institution_id IN (SELECT institution_id FROM related_slice(NULL, NULL, NULL, NULL, NULL, NULL, $evidence))
  )::BIGINT AS tied
FROM alliances AS a
CROSS JOIN dataset AS d
LEFT JOIN memberships AS m ON m.alliance_id = a.alliance_id AND keeps($evidence, m.evidence)
LEFT JOIN labels AS l ON l.dimension = 'role' AND l.id = coalesce(m.role, 'member')
WHERE keeps($evidence, a.evidence)
GROUP BY ALL
ORDER BY a.founded NULLS LAST, a.alliance_id;
