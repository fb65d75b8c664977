-- Programmes, oldest first, with the alliance they are run under.
SELECT
  p.programme_id,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS name,
  p.started,
  said($lang, p.described, p.described_zh_hant, p.described_zh_hans) AS described,
  a.acronym AS alliance,
  p.evidence,
  p.source_id
FROM programmes AS p
LEFT JOIN alliances AS a USING (alliance_id)
WHERE keeps($evidence, p.evidence)
ORDER BY p.started NULLS LAST, p.programme_id;
