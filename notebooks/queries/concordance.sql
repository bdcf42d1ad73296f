-- In what contexts does a phrase stand?
-- Sorted by what follows the phrase.
-- SET VARIABLE phrase = '链长制';  without it, the most frequent phrase.
SELECT
  o.context_left,
  -- A line break inside a word is no part of it.
  regexp_replace(o.form, '[\s　]*[\r\n][\s　]*', '', 'g') AS form,
  o.context_right,
  d.date,
  o.doc_id,
  o.paragraph,
  o.sentence
FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet') AS o
JOIN read_parquet(getvariable('result') || '/documents/*.parquet') AS d USING (doc_id)
WHERE
  o.is_use
  AND o.phrase = coalesce(
    getvariable('phrase'),
    (
      SELECT phrase
      FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
      ORDER BY uses DESC, phrase
      LIMIT 1
    )
  )
ORDER BY o.context_right, o.doc_id, o.begin_offset;
