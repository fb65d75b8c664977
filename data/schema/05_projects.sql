CREATE TABLE projects (
  project_id     VARCHAR NOT NULL,
  project_type   project_type NOT NULL,
  title          VARCHAR,
  institution_id VARCHAR NOT NULL,
  faculty        VARCHAR,
  office         VARCHAR,
  start_date     DATE,
  end_date       DATE,
  status         VARCHAR,
  evidence       evidence NOT NULL,
  source_id      VARCHAR NOT NULL,
  CHECK (end_date IS NULL OR start_date IS NULL OR end_date >= start_date)
);
COMMENT ON TABLE projects IS 'Collaborative projects, one row a project and partner.';
