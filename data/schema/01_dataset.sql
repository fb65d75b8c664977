CREATE TABLE dataset (
  id            VARCHAR NOT NULL,
  version       VARCHAR NOT NULL,
  schema_version VARCHAR NOT NULL,
  name          VARCHAR NOT NULL,
  name_zh_hant  VARCHAR,
  name_zh_hans  VARCHAR,
  home_institution VARCHAR,
  home_place    VARCHAR,
  home_lng      DOUBLE CHECK (home_lng BETWEEN -180 AND 180),
  home_lat      DOUBLE CHECK (home_lat BETWEEN -90 AND 90),
  year_start_month TINYINT NOT NULL CHECK (year_start_month BETWEEN 1 AND 12),
  currency      VARCHAR,
  languages     VARCHAR NOT NULL,
  as_of         DATE NOT NULL,
  screen_disclosure VARCHAR NOT NULL DEFAULT 'off' CHECK (screen_disclosure IN ('off', 'hesa', 'threshold')),
  files_disclosure VARCHAR NOT NULL DEFAULT 'hesa' CHECK (files_disclosure IN ('off', 'hesa', 'threshold'))
);
COMMENT ON TABLE dataset IS 'The one row that says whose network this is, its content version and the day it is told from.';
COMMENT ON COLUMN dataset.home_place IS 'None for a data set of a whole network, which has no centre.';
COMMENT ON COLUMN dataset.year_start_month IS 'Years that start in January are calendar years: 2018, not 2018/2019.';
COMMENT ON COLUMN dataset.languages IS 'Those the data set is shown in, the first before any is chosen, with commas between them.';
COMMENT ON COLUMN dataset.as_of IS 'Today, for agreement status and expiry.';
COMMENT ON COLUMN dataset.screen_disclosure IS 'How small numbers of people are kept back on pages, where nobody asks for another rule.';
COMMENT ON COLUMN dataset.files_disclosure IS 'The same of pictures and tables that are saved or exported.';
COMMENT ON COLUMN dataset.version IS 'Identifies the bytes it was built from and the schema.';
