-- How do some phrases compare, from year to year?
-- SET VARIABLE phrases = ['链长制', '河长制'];  without it, the three used most.
-- A row for each phrase and year, also where it is not used; documents whose year is unknown are
-- left out. share is that of the documents of the year with a use, in percent.
WITH
  documents AS (
    SELECT doc_id, year, tokens
    FROM read_parquet(getvariable('result') || '/documents/*.parquet')
    WHERE
      year IS NOT NULL
      AND doc_id IN (
        -- Those that were counted: as a rule, one of several documents with the same text.
        SELECT doc_id FROM read_parquet(getvariable('result') || '/document_terms/*.parquet')
      )
  ),
  years AS (
    SELECT year, count(*) AS documents, sum(tokens) AS tokens FROM documents GROUP BY year
  ),
  chosen AS (
    SELECT phrase
    FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
    QUALIFY coalesce(
      list_contains(getvariable('phrases')::VARCHAR[], phrase),
      row_number() OVER (ORDER BY uses DESC, phrase) <= 3
    )
  ),
  found AS (
    SELECT phrase, year, count(*) AS uses, count(DISTINCT doc_id) AS df
    FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet')
    JOIN documents USING (doc_id)
    WHERE is_use
    GROUP BY phrase, year
  )
SELECT
  c.phrase,
  y.year,
  coalesce(f.uses, 0) AS uses,
  coalesce(f.df, 0) AS df,
  y.documents,
  round(coalesce(f.uses, 0) * 1e6 / y.tokens, 1) AS per_million,
  round(100.0 * coalesce(f.df, 0) / y.documents, 1) AS share
FROM chosen AS c
CROSS JOIN years AS y
LEFT JOIN found AS f ON f.phrase = c.phrase AND f.year = y.year
ORDER BY c.phrase, y.year;
