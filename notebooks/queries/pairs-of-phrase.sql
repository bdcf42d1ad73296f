-- Which terms keep company with a phrase in the same sentence?
-- SET VARIABLE phrase = '链长制';  without it, the most frequent phrase.
-- SET VARIABLE min_joint = 5;      in how many sentences a pair must occur; without it, 3.
-- log_dice is at most 14, whatever the size of the corpus; one point more is twice as strong.
WITH
  chosen AS (
    SELECT coalesce(
      getvariable('phrase'),
      (
        SELECT phrase
        FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
        ORDER BY uses DESC, phrase
        LIMIT 1
      )
    ) AS phrase
  )
SELECT
  phrase,
  if(term_a = phrase, term_b, term_a) AS partner,
  o11 AS together,
  if(term_a = phrase, r1, c1) AS phrase_sentences,
  if(term_a = phrase, c1, r1) AS partner_sentences,
  round(log_dice, 2) AS log_dice,
  round(g2, 1) AS g2,
  p
FROM read_parquet(getvariable('result') || '/cooccurrences/*.parquet') AS c
JOIN chosen ON phrase IN (term_a, term_b)
WHERE unit = 'sentence' AND o11 >= coalesce(getvariable('min_joint'), 3)
ORDER BY c.log_dice DESC, o11 DESC, partner
LIMIT 30;
