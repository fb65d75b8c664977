-- What a whole network knows of itself, without one institution at its centre.
CREATE TABLE flows (
  academic_year_id           VARCHAR NOT NULL CHECK (regexp_full_match(academic_year_id, '\d{4}(/\d{4})?')),
  origin_code                VARCHAR,
  origin_institution_id      VARCHAR,
  destination_code           VARCHAR,
  destination_institution_id VARCHAR,
  kind                       mobility_kind NOT NULL,
  participants               DOUBLE NOT NULL CHECK (participants >= 0),
  evidence                   evidence NOT NULL,
  source_id                  VARCHAR NOT NULL,
  CHECK (origin_code IS NOT NULL OR origin_institution_id IS NOT NULL),
  CHECK (destination_code IS NOT NULL OR destination_institution_id IS NOT NULL)
);
COMMENT ON TABLE flows IS 'People who moved between two places, whoever counts them.';
COMMENT ON COLUMN flows.participants IS 'May be fractional: some offices publish full-time equivalents or estimates.';

CREATE TABLE copublications (
  academic_year_id VARCHAR NOT NULL CHECK (regexp_full_match(academic_year_id, '\d{4}(/\d{4})?')),
  place_a          VARCHAR NOT NULL,
  place_b          VARCHAR NOT NULL,
  works            DOUBLE NOT NULL CHECK (works >= 0),
  evidence         evidence NOT NULL,
  source_id        VARCHAR NOT NULL,
  CHECK (place_a < place_b)
);
COMMENT ON TABLE copublications IS 'Works with authors in two places. A pair has no direction: it is kept with the lower code first.';

CREATE TABLE stated_years (
  academic_year_id VARCHAR NOT NULL CHECK (regexp_full_match(academic_year_id, '\d{4}(/\d{4})?')),
  incomplete       BOOLEAN NOT NULL
);
COMMENT ON TABLE stated_years IS 'Years that the data set itself says are incomplete or complete; its word counts.';
