-- What the data set itself says of its years.
SELECT academic_year_id, incomplete FROM stated_years;
