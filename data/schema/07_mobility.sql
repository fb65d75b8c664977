CREATE TABLE mobility (
  academic_year_id    VARCHAR NOT NULL CHECK (regexp_full_match(academic_year_id, '\d{4}(/\d{4})?')),
  direction           direction NOT NULL,
  institution_id      VARCHAR,
  country_code        VARCHAR,
  kind                mobility_kind NOT NULL,
  level               VARCHAR,
  faculty             VARCHAR,
  isced_f_code        VARCHAR CHECK (isced_f_code IS NULL OR regexp_full_match(isced_f_code, '\d{2,4}')),
  participants        INTEGER NOT NULL CHECK (participants >= 0),
  months              DOUBLE CHECK (months >= 0),
  aid_amount          DECIMAL(14, 2) CHECK (aid_amount >= 0),
  cost_amount         DECIMAL(14, 2) CHECK (cost_amount >= 0),
  aided_participants  INTEGER CHECK (aided_participants >= 0),
  evidence            evidence NOT NULL,
  source_id           VARCHAR NOT NULL,
  CHECK (institution_id IS NOT NULL OR country_code IS NOT NULL)
);
COMMENT ON TABLE mobility IS 'People who moved, by academic year, direction and partner or place.';
COMMENT ON COLUMN mobility.aid_amount IS 'In the data set''s currency (HKD in the default set).';
