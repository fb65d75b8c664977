/*
title: {en: Partners by country or region, zh-Hant: 按國家或地區劃分的夥伴, zh-Hans: 按国家或地区划分的伙伴}
definition:
  en: >-
    Institutions and organisations with a project, an agreement or students on exchange, by the place they are in.
    Where years are chosen, a project counts in the year it started and an agreement in the years its term touches;
    one without dates counts only where no years are chosen.
  zh-Hant: 與大學有合作項目、協議或交流學生的院校及機構數目，按所在地劃分。選定學年時，項目計入開展學年，協議計入其有效期所涉的學年；沒有日期者只在不限學年時計算。
  zh-Hans: 与大学有合作项目、协议或交流学生的院校及机构数目，按所在地划分。选定学年时，项目计入开展学年，协议计入其有效期所涉的学年；没有日期者只在不限学年时计算。
formula: count of distinct partners
unit: {en: partners, zh-Hant: 個, zh-Hans: 个}
source: Own definition
facts:
  - table: ties
    where: >-
      "grouping" <> 'home'
    by: {country_code: country_code}
    needs: [institution_id]
    distinct: institution_id
*/
SELECT
  p.code AS country_code,
  said($lang, p.name, p.name_zh_hant, p.name_zh_hans) AS place,
  p.region,
  said($lang, g.name, g.name_zh_hant, g.name_zh_hans) AS region_name,
  count(DISTINCT r.institution_id)::BIGINT AS partners,
  p.lng,
  p.lat,
  p.small,
  max(r.evidence) AS evidence,
  string_agg(DISTINCT r.source_id, '|') AS source_ids
FROM related_slice($from, $to, $place, $region, $type, $faculty, $evidence) AS r
JOIN places AS p ON p.code = r.country_code
JOIN regions AS g ON g.code = p.region
WHERE p."grouping" <> 'home'
GROUP BY ALL
ORDER BY bool_or(p.code = 'ZZ'), partners DESC, p.code;
