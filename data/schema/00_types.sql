-- Types shared by every table. The order of evidence is its weakness: max() over rows gives a result's grade.
CREATE TYPE evidence AS ENUM ('published', 'derived', 'illustrative');
CREATE TYPE direction AS ENUM ('outbound', 'inbound');
CREATE TYPE project_type AS ENUM (
  'student-exchange', 'staff-training', 'joint-research', 'academic-programme',
  'conference', 'consultancy', 'student-placement'
);
CREATE TYPE agreement_kind AS ENUM ('mou', 'exchange', 'joint_programme', 'research');
CREATE TYPE mobility_kind AS ENUM ('student-studies', 'student-traineeship', 'staff-teacher', 'staff-training');
CREATE TYPE confidence AS ENUM ('explicit', 'implied');
