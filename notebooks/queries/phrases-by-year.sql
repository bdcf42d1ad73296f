-- How does the use of the ten most frequent phrases change from year to year?
-- A row for each phrase and year, also where the phrase never occurs; documents whose year is
-- unknown are left out. per_million is uses for every million tokens of that year: where these
-- are few, one more or less makes it jump.
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
  frequent AS (
    SELECT phrase, uses
    FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
    ORDER BY uses DESC, phrase
    LIMIT 10
  ),
  found AS (
    SELECT phrase, year, count(*) AS uses, count(DISTINCT doc_id) AS df
    FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet')
    JOIN documents USING (doc_id)
    WHERE is_use
    GROUP BY phrase, year
  )
SELECT
  p.phrase,
  y.year,
  coalesce(f.uses, 0) AS uses,
  coalesce(f.df, 0) AS df,
  y.documents,
  y.tokens::BIGINT AS tokens,
  round(coalesce(f.uses, 0) * 1e6 / y.tokens, 1) AS per_million
FROM frequent AS p
CROSS JOIN years AS y
LEFT JOIN found AS f ON f.phrase = p.phrase AND f.year = y.year
ORDER BY p.uses DESC, p.phrase, y.year;
