-- Which terms are typical of one document?
-- SET VARIABLE doc_id = 'hefei-2024-work-report.txt';  without it, the longest document.
-- tfidf is high for a term that is frequent here and in few other documents.
-- Terms of one character are left out, and those that occur only once.
SELECT dt.doc_id, dt.term, t.pos, t.is_phrase, dt.uses, t.df, round(dt.tfidf, 4) AS tfidf
FROM read_parquet(getvariable('result') || '/document_terms/*.parquet') AS dt
JOIN read_parquet(getvariable('result') || '/terms/*.parquet') AS t USING (term)
WHERE
  length(dt.term) >= 2
  AND dt.uses >= 2
  AND dt.doc_id = coalesce(
    getvariable('doc_id'),
    (
      SELECT doc_id
      FROM read_parquet(getvariable('result') || '/documents/*.parquet')
      WHERE duplicate_of IS NULL
      ORDER BY tokens DESC, doc_id
      LIMIT 1
    )
  )
ORDER BY dt.tfidf DESC, dt.term
LIMIT 30;
