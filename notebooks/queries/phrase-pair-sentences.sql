-- In which sentences do two phrases occur together?
-- Works without the table tokens.
-- SET VARIABLE term_a = '链长制'; SET VARIABLE term_b = '链长';
-- With one of them, its strongest partner by G²; with neither, the strongest pair of phrases.
-- As many rows as the pair's o11, each with the first places in the sentence where the two phrases
-- are used and share no characters.
WITH
  phrases AS (SELECT phrase FROM read_parquet(getvariable('result') || '/phrases/*.parquet')),
  pair AS (
    SELECT term_a, term_b
    FROM read_parquet(getvariable('result') || '/cooccurrences/*.parquet')
    WHERE
      unit = 'sentence'
      AND term_a IN (SELECT phrase FROM phrases)
      AND term_b IN (SELECT phrase FROM phrases)
      AND coalesce(getvariable('term_a') IN (term_a, term_b), true)
      AND coalesce(getvariable('term_b') IN (term_a, term_b), true)
    ORDER BY g2 DESC, term_a, term_b
    LIMIT 1
  ),
  uses AS (
    SELECT
      phrase,
      doc_id,
      paragraph,
      sentence,
      begin_offset,
      end_offset,
      context_left
      -- A line break inside a phrase is no part of it.
      || '【' || regexp_replace(form, '[\s　]*[\r\n][\s　]*', '', 'g') || '】'
      || context_right AS context
    FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet')
    WHERE is_use
  )
SELECT
  pair.term_a,
  pair.term_b,
  d.date,
  a.doc_id,
  a.paragraph,
  a.sentence,
  first(a.context ORDER BY a.begin_offset, b.begin_offset) AS context_a,
  first(b.context ORDER BY a.begin_offset, b.begin_offset) AS context_b
FROM pair
JOIN uses AS a ON a.phrase = pair.term_a
JOIN uses AS b
  ON b.phrase = pair.term_b AND b.doc_id = a.doc_id AND b.sentence = a.sentence
  AND (a.end_offset <= b.begin_offset OR b.end_offset <= a.begin_offset)
JOIN read_parquet(getvariable('result') || '/documents/*.parquet') AS d ON d.doc_id = a.doc_id
GROUP BY pair.term_a, pair.term_b, d.date, a.doc_id, a.paragraph, a.sentence
ORDER BY d.date, a.doc_id, a.sentence;
