-- What of the input is not in the counts, and why?
-- Files and records that were refused, and documents whose text another document has already.
SELECT
  'rejected' AS what,
  coalesce(doc_id, uri) AS document,
  stage || ': ' || reason AS why,
  detail,
  bytes
FROM read_parquet(getvariable('result') || '/rejections/*.parquet')
UNION ALL
SELECT 'duplicate', doc_id, 'the same text as ' || duplicate_of, uri, bytes
FROM read_parquet(getvariable('result') || '/documents/*.parquet')
WHERE duplicate_of IS NOT NULL
ORDER BY what DESC, document;
