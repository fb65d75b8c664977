CREATE TABLE institutions (
  institution_id   VARCHAR NOT NULL,
  name             VARCHAR NOT NULL,
  name_zh_hant     VARCHAR,
  name_zh_hans     VARCHAR,
  ror_id           VARCHAR CHECK (ror_id IS NULL OR regexp_full_match(ror_id, 'https://ror\.org/0[a-z0-9]{6}\d{2}')),
  schac            VARCHAR,
  country_code     VARCHAR NOT NULL CHECK (length(country_code) = 2),
  subdivision_code VARCHAR,
  city             VARCHAR,
  lat              DOUBLE CHECK (lat BETWEEN -90 AND 90),
  lng              DOUBLE CHECK (lng BETWEEN -180 AND 180),
  kind             VARCHAR CHECK (kind IN ('university', 'institute', 'company', 'government', 'other')),
  evidence         evidence NOT NULL,
  source_id        VARCHAR NOT NULL
);
COMMENT ON TABLE institutions IS 'Partner institutions and organisations, and the home institution itself.';

CREATE TABLE faculties (
  faculty_id   VARCHAR NOT NULL,
  name         VARCHAR NOT NULL,
  name_zh_hant VARCHAR,
  name_zh_hans VARCHAR,
  evidence     evidence NOT NULL,
  source_id    VARCHAR NOT NULL
);
COMMENT ON TABLE faculties IS 'Faculties and schools of the home institution.';
