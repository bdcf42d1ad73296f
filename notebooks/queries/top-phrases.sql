-- Which phrases of the lexicon occur most often, how widely, and since when?
-- tf counts occurrences, df documents; per_million is tf for every million tokens of the corpus.
SELECT
  p.phrase,
  p.category,
  p.tf,
  p.df,
  round(t.per_million, 1) AS per_million,
  p.first_date,
  p.last_date
FROM read_parquet(getvariable('result') || '/phrases/*.parquet') AS p
JOIN read_parquet(getvariable('result') || '/terms/*.parquet') AS t
  ON t.term = p.phrase AND t.is_phrase
ORDER BY p.tf DESC, p.phrase
LIMIT 30;
