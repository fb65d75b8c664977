-- Every publication that rows were read from.
SELECT source_id, title, publisher, published_on, url FROM sources ORDER BY source_id;
