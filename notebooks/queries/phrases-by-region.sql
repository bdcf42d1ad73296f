-- How often do the ten most frequent phrases occur in each region?
-- A row for each phrase and region, also where the phrase never occurs; documents whose region is
-- unknown are left out. per_million is uses for every million tokens of that region: where these
-- are few, one more or less makes it jump.
WITH
  documents AS (
    SELECT doc_id, region, tokens
    FROM read_parquet(getvariable('result') || '/documents/*.parquet')
    WHERE
      region IS NOT NULL
      AND doc_id IN (
        -- Those that were counted: as a rule, one of several documents with the same text.
        SELECT doc_id FROM read_parquet(getvariable('result') || '/document_terms/*.parquet')
      )
  ),
  regions AS (
    SELECT region, count(*) AS documents, sum(tokens) AS tokens FROM documents GROUP BY region
  ),
  frequent AS (
    SELECT phrase, uses
    FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
    ORDER BY uses DESC, phrase
    LIMIT 10
  ),
  found AS (
    SELECT phrase, region, count(*) AS uses, count(DISTINCT doc_id) AS df
    FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet')
    JOIN documents USING (doc_id)
    WHERE is_use
    GROUP BY phrase, region
  )
SELECT
  p.phrase,
  r.region,
  coalesce(f.uses, 0) AS uses,
  coalesce(f.df, 0) AS df,
  r.documents,
  r.tokens::BIGINT AS tokens,
  round(coalesce(f.uses, 0) * 1e6 / r.tokens, 1) AS per_million
FROM frequent AS p
CROSS JOIN regions AS r
LEFT JOIN found AS f ON f.phrase = p.phrase AND f.region = r.region
ORDER BY p.uses DESC, p.phrase, per_million DESC, r.region;
