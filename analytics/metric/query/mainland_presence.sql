/*
title: {en: Mainland partners and establishments by provincial-level division, zh-Hant: 按省級行政區劃分的內地夥伴及據點, zh-Hans: 按省级行政区划分的内地伙伴及据点}
definition:
  en: >-
    Institutions and organisations on the Chinese mainland with a project, an agreement or students on exchange, by
    provincial-level division, and the home institution's own establishments there. A division with several
    establishments has a row for each and its partners on the first. Where years are chosen, a project counts in the
    year it started and an agreement in the years its term touches; one without dates counts only where no years are
    chosen.
  zh-Hant: 中國內地與大學有合作項目、協議或交流學生的院校及機構數目，按省級行政區劃分，連同大學在當地設立的據點。一地如有多個據點，各佔一行，夥伴數目只列於首行。選定學年時，項目計入開展學年，協議計入其有效期所涉的學年；沒有日期者只在不限學年時計算。
  zh-Hans: 中国内地与大学有合作项目、协议或交流学生的院校及机构数目，按省级行政区划分，连同大学在当地设立的据点。一地如有多个据点，各占一行，伙伴数目只列于首行。选定学年时，项目计入开展学年，协议计入其有效期所涉的学年；没有日期者只在不限学年时计算。
formula: count of distinct partners
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: ties
    where: >-
      country_code = 'CN'
    by: {subdivision: subdivision_code}
    needs: [subdivision_code, institution_id]
    distinct: institution_id
    measures: [partners]
    filters: {place: [], region: []}
  - table: establishments
    by: {establishment_id: establishment_id}
    shows: [partners]
*/
WITH partnered AS (
  SELECT
    subdivision_code,
    count(DISTINCT institution_id)::BIGINT AS partners,
    max(evidence) AS evidence,
    string_agg(DISTINCT source_id, '|') AS source_ids
  FROM related_slice($from, $to, ['CN'], NULL, $type, $faculty, $evidence)
  WHERE subdivision_code IS NOT NULL
  GROUP BY subdivision_code
),
established AS (
  SELECT
    e.*,
    said($lang, k.name, k.name_zh_hant, k.name_zh_hans) AS kind_name,
    row_number() OVER (PARTITION BY e.subdivision_code ORDER BY e.establishment_id) AS nth
  FROM establishments AS e
  LEFT JOIN labels AS k ON k.dimension = 'establishment_kind' AND k.id = e.kind
  WHERE keeps($evidence, e.evidence)
)
SELECT
  s.code AS subdivision,
  said($lang, s.name, s.name_zh_hant, s.name_zh_hans) AS province,
  CASE WHEN coalesce(e.nth, 1) = 1 THEN p.partners END AS partners,
  e.establishment_id AS establishment_id,
  said($lang, e.name, e.name_zh_hant, e.name_zh_hans) AS establishment,
  e.kind_name AS establishment_kind,
  said($lang, e.city, e.city_zh_hant, e.city_zh_hans) AS city,
  e.lng,
  e.lat,
  greatest(p.evidence, e.evidence) AS evidence,
  concat_ws('|', p.source_ids, e.source_id) AS source_ids
FROM partnered AS p
FULL JOIN established AS e USING (subdivision_code)
JOIN subdivisions AS s ON s.code = coalesce(p.subdivision_code, e.subdivision_code)
ORDER BY max(p.partners) OVER (PARTITION BY s.code) DESC NULLS LAST, s.code, e.nth;
