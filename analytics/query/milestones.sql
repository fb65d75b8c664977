-- What happened when, oldest first; of a partner, what names it.
SELECT
  m.date,
  said($lang, m.title, m.title_zh_hant, m.title_zh_hans) AS title,
  m.pillar,
  (
    SELECT string_agg(a.alliance_id, '|' ORDER BY a.alliance_id) FROM alliances AS a
    WHERE contains(m.title, a.name) OR regexp_matches(m.title, '\b' || regexp_escape(a.acronym) || '\b')
  ) AS alliance_ids,
  said($lang, l.name, l.name_zh_hant, l.name_zh_hans) AS pillar_label,
  m.evidence,
  m.source_id
FROM milestones AS m
LEFT JOIN labels AS l ON l.dimension = 'pillar' AND l.id = m.pillar
WHERE keeps($evidence, m.evidence) AND (
  NOT asked($partner)
  OR EXISTS (
    SELECT 1 FROM institutions AS i
    WHERE keeps($partner, i.institution_id) AND contains(replace(m.title, '’', ''''), replace(i.name, '’', ''''))
  )
)
ORDER BY m.date, m.title;
