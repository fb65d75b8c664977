-- Enrolment as it was read, and which rows a sum takes. Of rows that break others down only one kind is added up: rows
-- without a level or a faculty count where there are any, else those with one.
CREATE VIEW enrolment_rows AS
SELECT
  e.rowid AS fact_row,
  e.*,
  (level IS NULL OR NOT bool_or(level IS NULL) OVER one)
    AND (faculty IS NULL OR NOT bool_or(faculty IS NULL) OVER (PARTITION BY academic_year_id)) AS of_whole,
  faculty IS NOT NULL AND (level IS NULL OR NOT bool_or(level IS NULL) OVER one) AS of_faculty
FROM enrolment AS e
WINDOW one AS (PARTITION BY academic_year_id, faculty);

-- The students that rates are taken over: one row a year for the whole institution, whose faculty is null, and one for
-- each faculty that has rows.
CREATE TABLE enrolment_base AS
SELECT
  academic_year_id,
  NULL::VARCHAR AS faculty,
  sum(students)::BIGINT AS students,
  max(evidence) AS evidence,
  string_agg(DISTINCT source_id, '|' ORDER BY source_id) AS source_ids
FROM enrolment_rows
WHERE of_whole
GROUP BY academic_year_id
UNION ALL
SELECT academic_year_id, faculty, sum(students)::BIGINT, max(evidence), string_agg(DISTINCT source_id, '|' ORDER BY source_id)
FROM enrolment_rows
WHERE of_faculty
GROUP BY academic_year_id, faculty
ORDER BY academic_year_id, faculty;
