-- When did a term suddenly stand in more documents than usual?
-- A burst is a stretch of periods in which about twice as many of the documents have the term as
-- over the whole time. weight says how strongly the documents speak for it, rise how many doublings
-- there are from the share of documents elsewhere to that in the burst; steepness puts short, steep
-- ones first, of equally steep ones the shorter. period_from and period_to are both part of it. A burst up to the last period may be
-- going on. With --groupBy there are bursts within groups, too: ask for their facet.
SELECT
  b.term,
  t.is_phrase,
  b.period_from,
  b.period_to,
  b.df,
  b.documents,
  round(b.rise, 2) AS rise,
  round(b.weight, 2) AS weight,
  round(b.steepness, 2) AS steepness
FROM read_parquet(getvariable('result') || '/bursts/*.parquet') AS b
JOIN read_parquet(getvariable('result') || '/terms/*.parquet') AS t USING (term)
WHERE b.facet = 'corpus'
ORDER BY b.steepness DESC, b.periods, b.term, b.period_from
LIMIT 30;
