-- What is in the corpus, by year, by region and by type of document?
-- Look here before comparing: a year of three documents is no trend. Null means unknown.
SELECT
  CASE
    WHEN grouping(year) = 0 THEN 'year'
    WHEN grouping(region) = 0 THEN 'region'
    ELSE 'doc_type'
  END AS grouped_by,
  CASE
    WHEN grouping(year) = 0 THEN year::VARCHAR
    WHEN grouping(region) = 0 THEN region
    ELSE doc_type
  END AS "group",
  count(*) AS documents,
  count(duplicate_of) AS duplicates,
  sum(chars)::BIGINT AS chars,
  sum(tokens)::BIGINT AS tokens
FROM read_parquet(getvariable('result') || '/documents/*.parquet')
WHERE is_selected
GROUP BY GROUPING SETS ((year), (region), (doc_type))
ORDER BY grouped_by DESC, "group";
