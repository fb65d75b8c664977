CREATE TABLE establishments (
  establishment_id VARCHAR NOT NULL,
  name             VARCHAR NOT NULL,
  name_zh_hant     VARCHAR,
  name_zh_hans     VARCHAR,
  kind             VARCHAR CHECK (kind IN ('outpost', 'liaison_office', 'institute', 'base')),
  institution_id   VARCHAR,
  city             VARCHAR,
  city_zh_hant     VARCHAR,
  city_zh_hans     VARCHAR,
  subdivision_code VARCHAR,
  lat              DOUBLE CHECK (lat BETWEEN -90 AND 90),
  lng              DOUBLE CHECK (lng BETWEEN -180 AND 180),
  opened           VARCHAR,
  quote            VARCHAR,
  evidence         evidence NOT NULL,
  source_id        VARCHAR NOT NULL
);
COMMENT ON TABLE establishments IS 'Offices, centres and bases on the Chinese mainland.';

CREATE TABLE programmes (
  programme_id      VARCHAR NOT NULL,
  name              VARCHAR NOT NULL,
  name_zh_hant      VARCHAR,
  name_zh_hans      VARCHAR,
  alliance_id       VARCHAR,
  started           VARCHAR,
  described         VARCHAR,
  described_zh_hant VARCHAR,
  described_zh_hans VARCHAR,
  evidence          evidence NOT NULL,
  source_id         VARCHAR NOT NULL
);
COMMENT ON TABLE programmes IS 'Programmes run under an alliance or an initiative.';
