-- Where the network is told from decides what is abroad. The published split of overseas against the Chinese mainland
-- and Taiwan is a Hong Kong institution's; for any other, what is not home is overseas.
UPDATE places SET "grouping" = CASE
  WHEN code = (SELECT home_place FROM dataset) THEN 'home'
  WHEN (SELECT home_place FROM dataset) = 'HK' THEN "grouping"
  ELSE 'overseas'
END;
