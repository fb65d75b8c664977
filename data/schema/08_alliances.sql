CREATE TABLE alliances (
  alliance_id       VARCHAR NOT NULL,
  acronym           VARCHAR,
  name              VARCHAR NOT NULL,
  name_zh_hant      VARCHAR,
  name_zh_hans      VARCHAR,
  founded           VARCHAR CHECK (founded IS NULL OR regexp_full_match(founded, '\d{4}(-\d{2}(-\d{2})?)?')),
  described         VARCHAR,
  described_zh_hant VARCHAR,
  described_zh_hans VARCHAR,
  website           VARCHAR,
  evidence          evidence NOT NULL,
  source_id         VARCHAR NOT NULL
);
COMMENT ON TABLE alliances IS 'Alliances of universities that the home institution belongs to.';

CREATE TABLE memberships (
  alliance_id    VARCHAR NOT NULL,
  institution_id VARCHAR NOT NULL,
  role           VARCHAR CHECK (role IN ('founder', 'council', 'member', 'observer')),
  joined         VARCHAR,
  "left"         VARCHAR,
  confidence     confidence NOT NULL,
  evidence       evidence NOT NULL,
  source_id      VARCHAR NOT NULL
);
COMMENT ON TABLE memberships IS 'Named members only; the full count of an alliance is a figure.';
