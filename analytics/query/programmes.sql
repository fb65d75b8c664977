-- Programmes, oldest first, with the alliance they are run under. Of a partner: those that name it, in English as the
-- institutions' own names are, and those of the alliances it is a member of.
SELECT
  p.programme_id,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS name,
  p.started,
  said($lang, p.described, p.described_zh_hant, p.described_zh_hans) AS described,
  coalesce(a.acronym, said($lang, a.name, a.name_zh_hant, a.name_zh_hans)) AS alliance,
  p.alliance_id,
  p.evidence,
  p.source_id
FROM programmes AS p
LEFT JOIN alliances AS a USING (alliance_id)
WHERE keeps($evidence, p.evidence) AND (
  NOT asked($partner)
  OR EXISTS (
    SELECT 1 FROM institutions AS i
    WHERE keeps($partner, i.institution_id) AND contains(replace(concat_ws(' ', p.name, p.described), '’', ''''), replace(i.name, '’', ''''))
  )
  OR EXISTS (
    SELECT 1 FROM memberships AS m
    WHERE keeps($partner, m.institution_id) AND m.alliance_id = p.alliance_id AND m."left" IS NULL AND keeps($evidence, m.evidence)
  )
)
ORDER BY p.started NULLS LAST, p.programme_id;
