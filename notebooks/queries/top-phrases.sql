-- Which phrases of the lexicon occur most often, how widely, and since when?
-- uses counts occurrences, tf those that are tokens, df documents; per_million is for every million
-- tokens of the corpus.
SELECT
  p.phrase,
  p.category,
  p.uses,
  p.tf,
  p.df,
  round(t.per_million, 1) AS per_million,
  p.first_date,
  p.last_date
FROM read_parquet(getvariable('result') || '/phrases/*.parquet') AS p
JOIN read_parquet(getvariable('result') || '/terms/*.parquet') AS t
  ON t.term = p.phrase AND t.is_phrase
ORDER BY p.uses DESC, p.phrase
LIMIT 30;
