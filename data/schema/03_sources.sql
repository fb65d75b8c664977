CREATE TABLE sources (
  source_id    VARCHAR NOT NULL,
  title        VARCHAR NOT NULL,
  publisher    VARCHAR,
  published_on VARCHAR CHECK (published_on IS NULL OR regexp_full_match(published_on, '\d{4}(-\d{2}(-\d{2})?)?')),
  url          VARCHAR
);
COMMENT ON TABLE sources IS 'Where each row was read. published_on is as precise as is known: year, month or day.';
