-- What happened when, oldest first.
SELECT
  m.date,
  said($lang, m.title, m.title_zh_hant, m.title_zh_hans) AS title,
  m.pillar,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS pillar_label,
  m.evidence,
  m.source_id
FROM milestones AS m
LEFT JOIN labels AS l ON l.dimension = 'pillar' AND l.id = m.pillar
WHERE keeps($evidence, m.evidence)
ORDER BY m.date, m.title;
