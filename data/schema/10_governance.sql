CREATE TABLE board (
  meeting_id    VARCHAR NOT NULL,
  held_on       VARCHAR,
  title         VARCHAR,
  title_zh_hant VARCHAR,
  title_zh_hans VARCHAR,
  agenda        VARCHAR,
  evidence      evidence NOT NULL,
  source_id     VARCHAR NOT NULL
);
COMMENT ON TABLE board IS 'Meetings of the advisory board.';

CREATE TABLE milestones (
  date          VARCHAR NOT NULL CHECK (regexp_full_match(date, '\d{4}(-\d{2}(-\d{2})?)?')),
  title         VARCHAR NOT NULL,
  title_zh_hant VARCHAR,
  title_zh_hans VARCHAR,
  pillar        VARCHAR CHECK (pillar IN ('collaboration', 'mobility', 'alliances', 'mainland', 'governance')),
  evidence      evidence NOT NULL,
  source_id     VARCHAR NOT NULL
);
COMMENT ON TABLE milestones IS 'What happened when; dates are as precise as the source.';

CREATE TABLE targets (
  metric_id        VARCHAR NOT NULL,
  academic_year_id VARCHAR NOT NULL CHECK (regexp_full_match(academic_year_id, '\d{4}(/\d{4})?')),
  region           VARCHAR,
  country_code     VARCHAR,
  value            DOUBLE NOT NULL,
  evidence         evidence NOT NULL,
  source_id        VARCHAR NOT NULL
);
COMMENT ON TABLE targets IS 'What was aimed at, in the metric''s own unit: for all, or for one region or place.';

CREATE TABLE figures (
  figure_id VARCHAR NOT NULL,
  metric_id VARCHAR,
  value     DOUBLE NOT NULL,
  unit      VARCHAR,
  qualifier VARCHAR,
  period    VARCHAR,
  as_of     VARCHAR CHECK (as_of IS NULL OR regexp_full_match(as_of, '\d{4}(-\d{2}(-\d{2})?)?')),
  quote     VARCHAR,
  note      VARCHAR,
  evidence  evidence NOT NULL,
  source_id VARCHAR NOT NULL
);
COMMENT ON TABLE figures IS 'Published figures as printed, with the words around them; several may stand side by side.';

CREATE TABLE enrolment (
  academic_year_id VARCHAR NOT NULL CHECK (regexp_full_match(academic_year_id, '\d{4}(/\d{4})?')),
  level            VARCHAR,
  faculty          VARCHAR,
  students         INTEGER NOT NULL CHECK (students >= 0),
  evidence         evidence NOT NULL,
  source_id        VARCHAR NOT NULL
);
COMMENT ON TABLE enrolment IS 'Students enrolled: the base of participation rates.';
COMMENT ON COLUMN enrolment.faculty IS 'Rows of faculties break the others down: a year''s students are those of the rows without one, where there are any.';
