-- Where the network is told from decides what is abroad. The published split of overseas against the Chinese mainland
-- and Taiwan is a Hong Kong institution's; for any other, what is not home is overseas. A network without a home has
-- no place at home.
UPDATE places SET "grouping" = CASE
  WHEN code = (SELECT home_place FROM dataset) THEN 'home'
  WHEN (SELECT home_place FROM dataset) = 'HK' THEN "grouping"
  ELSE 'overseas'
END;

-- What only Hong Kong would say of itself.
UPDATE labels SET name_zh_hant = '來訪', name_zh_hans = '来访'
WHERE dimension = 'direction' AND id = 'inbound' AND (SELECT home_place FROM dataset) IS DISTINCT FROM 'HK';

UPDATE labels SET name = p.name, name_zh_hant = p.name_zh_hant, name_zh_hans = p.name_zh_hans
FROM places AS p
WHERE labels.dimension = 'grouping' AND labels.id = 'home' AND p.code = (SELECT home_place FROM dataset);
