-- In what encodings were the documents, and how is that known?
-- bom and utf8 are certain, declared is your word for it; look at a document or two where detected.
SELECT
  encoding,
  encoding_source,
  count(*) AS documents,
  sum(bytes)::BIGINT AS bytes,
  min(doc_id) AS example
FROM read_parquet(getvariable('result') || '/documents/*.parquet')
GROUP BY encoding, encoding_source
ORDER BY documents DESC, encoding, encoding_source;
