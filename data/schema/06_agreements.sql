CREATE TABLE agreements (
  agreement_id        VARCHAR NOT NULL,
  institution_id      VARCHAR NOT NULL,
  kind                agreement_kind,
  signing_date        DATE,
  start_date          DATE,
  end_date            DATE,
  in_effect           BOOLEAN,
  mobilities_per_year INTEGER CHECK (mobilities_per_year >= 0),
  isced_f_code        VARCHAR CHECK (isced_f_code IS NULL OR regexp_full_match(isced_f_code, '\d{2,4}')),
  evidence            evidence NOT NULL,
  source_id           VARCHAR NOT NULL,
  CHECK (end_date IS NULL OR start_date IS NULL OR end_date >= start_date)
);
COMMENT ON TABLE agreements IS 'Agreements with partners; names follow the EWP inter-institutional agreement (IIA v7).';
