-- Which frequent terms stand in few documents, and massed there?
-- SET VARIABLE min_uses = 20;  how often a term must occur; without it, 10.
-- dp_norm is 0 where a term is spread as the text is, near 1 where it is all in one short document.
-- The frequency of a term with a high dp_norm says little about the corpus as a whole.
-- Terms of one character are left out.
SELECT
  term,
  is_phrase,
  category,
  uses,
  df,
  round(dp_norm, 3) AS dp_norm,
  round(juilland_d, 3) AS juilland_d
FROM read_parquet(getvariable('result') || '/terms/*.parquet') AS t
WHERE
  length(term) >= 2
  AND uses >= coalesce(getvariable('min_uses'), 10)
  AND t.dp_norm IS NOT NULL
ORDER BY t.dp_norm DESC, uses DESC, term
LIMIT 30;
