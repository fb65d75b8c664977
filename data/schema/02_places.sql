CREATE TABLE regions (
  code         VARCHAR NOT NULL,
  name         VARCHAR NOT NULL,
  name_zh_hant VARCHAR NOT NULL,
  name_zh_hans VARCHAR NOT NULL,
  position     TINYINT NOT NULL
);
COMMENT ON TABLE regions IS 'World regions, in reading order.';

CREATE TABLE places (
  code         VARCHAR NOT NULL CHECK (length(code) = 2),
  name         VARCHAR NOT NULL,
  name_zh_hant VARCHAR NOT NULL,
  name_zh_hans VARCHAR NOT NULL,
  region       VARCHAR NOT NULL,
  "grouping"   VARCHAR NOT NULL CHECK ("grouping" IN ('home', 'mainland_taiwan', 'overseas')),
  lng          DOUBLE CHECK (lng BETWEEN -180 AND 180),
  lat          DOUBLE CHECK (lat BETWEEN -90 AND 90),
  small        BOOLEAN NOT NULL,
  alpha3       VARCHAR,
  aliases      VARCHAR
);
COMMENT ON TABLE places IS 'Countries and regions by ISO 3166-1 alpha-2 code, with the point a label stands on.
ZZ stands for what is not stated: it counts in totals, is no place and has no point.';

CREATE TABLE subdivisions (
  code         VARCHAR NOT NULL,
  country_code VARCHAR NOT NULL,
  name         VARCHAR NOT NULL,
  name_zh_hant VARCHAR NOT NULL,
  name_zh_hans VARCHAR NOT NULL,
  lng          DOUBLE NOT NULL CHECK (lng BETWEEN -180 AND 180),
  lat          DOUBLE NOT NULL CHECK (lat BETWEEN -90 AND 90)
);
COMMENT ON TABLE subdivisions IS 'Provinces and their equals by ISO 3166-2 code.';
