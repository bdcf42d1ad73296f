-- When did a term suddenly stand in more documents than usual?
-- A burst is a stretch of periods in which about twice as many of the documents have the term as
-- over the whole time; weight says how strongly the documents speak for it. period_from and
-- period_to are both part of it. A burst up to the last period may be going on.
SELECT
  b.term,
  t.is_phrase,
  b.period_from,
  b.period_to,
  round(b.weight, 2) AS weight,
  t.uses,
  t.df
FROM read_parquet(getvariable('result') || '/bursts/*.parquet') AS b
JOIN read_parquet(getvariable('result') || '/terms/*.parquet') AS t USING (term)
ORDER BY b.weight DESC, b.term, b.period_from
LIMIT 30;
