-- A network made up for measuring: nobody's. Draws are hashes of a row's number and a salt, hashed again since one pass
-- only combines the two; so it is the same each time. The variable mobility_rows says how many rows of mobility there
-- are; the rest is in proportion.
CREATE TEMP MACRO drawn(i, salt) AS hash(hash(i, salt))::DOUBLE / 18446744073709551616;

-- Numbers from 1 to n of which the k-th comes up about as often as 1/k: Zipf's law.
CREATE TEMP MACRO zipf(u, n) AS least(n, floor(exp(u * ln(n + 1))))::INTEGER;

INSERT INTO sources (source_id, title, publisher)
SELECT 'register-' || y, 'Exchange register ' || y, 'Synthetic' FROM range(2015, 2025) AS r(y)
UNION ALL
SELECT id, title, 'Synthetic' FROM (VALUES
  ('staff', 'Staff travel register'), ('consortium', 'Consortium report'), ('estimate', 'Estimates'), ('projects', 'Project register'),
  ('agreements', 'Agreement register'), ('statistics', 'Statistical office'), ('page', 'Public page')
) AS s(id, title);

INSERT INTO faculties (faculty_id, name, evidence, source_id)
SELECT 'F' || lpad(n::VARCHAR, 2, '0'), 'Faculty ' || n, 'published', 'page' FROM range(1, 13) AS r(n);

CREATE TEMP TABLE ranked_places AS
SELECT code, row_number() OVER (ORDER BY code NOT IN ('CN', 'US', 'GB', 'DE', 'TW', 'JP', 'AU', 'FR'), hash(code)) AS rank
FROM places
WHERE code NOT IN ('HK', 'ZZ') AND lng IS NOT NULL
QUALIFY rank <= 120;

CREATE TEMP TABLE provinces AS
SELECT code, row_number() OVER (ORDER BY hash(code)) AS rank, count(*) OVER () AS provinces FROM subdivisions WHERE country_code = 'CN';

INSERT INTO institutions (institution_id, name, country_code, subdivision_code, city, kind, evidence, source_id)
SELECT
  'p' || lpad(n::VARCHAR, 5, '0'), 'Partner ' || p.code || ' ' || n, p.code, s.code, 'City ' || (n % 300), 'university',
  'published', 'page'
FROM range(1, 5001) AS r(n)
JOIN ranked_places AS p ON p.rank = zipf(drawn(n, 1), 120)
LEFT JOIN provinces AS s ON p.code = 'CN' AND s.rank = 1 + hash(n, 2) % s.provinces;
