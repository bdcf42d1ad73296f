-- Which terms does one group of documents use more than the others?
-- SET VARIABLE value = '青岛市';  the group; without it, the one with most tokens.
-- f1 of n1 tokens here, f2 of n2 elsewhere. Ranked by key_score, which is evidence and spread in
-- one: log_odds_z times 1 - dp_norm1; of a single document, which has no spread, by log_odds_z. Only terms whose difference survives the many comparisons
-- (q_bh, which is empty where too few documents speak) are shown, and of these only those whose
-- interval of log_ratio does not hold 0: where it does, a few documents make the whole difference.
-- The interval is empty where there are too few documents to tell.
WITH
  keyness AS (SELECT * FROM read_parquet(getvariable('result') || '/keyness/*.parquet')),
  chosen AS (
    SELECT facet, value
    FROM keyness
    WHERE value = coalesce(getvariable('value'), value)
    GROUP BY facet, value, n1
    ORDER BY n1 DESC, facet, value
    LIMIT 1
  )
SELECT
  facet,
  value,
  term,
  f1,
  df1,
  f2,
  df2,
  round(1e6 * f1 / n1, 1) AS per_million_here,
  round(1e6 * f2 / n2, 1) AS per_million_elsewhere,
  round(log_ratio, 2) AS log_ratio,
  round(log_ratio_ci_low, 2) AS log_ratio_ci_low,
  round(log_ratio_ci_high, 2) AS log_ratio_ci_high,
  round(ll, 1) AS ll,
  round(log_odds_z, 2) AS log_odds_z,
  round(dp_norm1, 2) AS dp_norm1,
  round(key_score, 2) AS key_score,
  q_bh
FROM keyness
JOIN chosen USING (facet, value)
WHERE q_bh < 0.05 AND ll > 0 AND coalesce(log_ratio_ci_low > 0, true)
ORDER BY keyness.key_score DESC NULLS LAST, keyness.log_odds_z DESC, term
LIMIT 30;
