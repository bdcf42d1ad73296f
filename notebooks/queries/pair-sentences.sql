-- In which sentences does a pair of terms occur together?
-- Needs the table tokens, which a run writes only when asked.
-- SET VARIABLE term_a = '链长制'; SET VARIABLE term_b = '企业';
-- With one of them, its strongest partner by G²; with neither, the strongest pair of all.
-- As many rows as the pair's o11. The sentence is put together from its tokens, with a blank where
-- punctuation or the end of a line stood.
WITH
  pair AS (
    SELECT term_a, term_b
    FROM read_parquet(getvariable('result') || '/cooccurrences/*.parquet')
    WHERE
      unit = 'sentence'
      AND coalesce(getvariable('term_a') IN (term_a, term_b), true)
      AND coalesce(getvariable('term_b') IN (term_a, term_b), true)
    ORDER BY g2 DESC, term_a, term_b
    LIMIT 1
  ),
  tokens AS (
    SELECT
      doc_id, paragraph, sentence, position, begin_offset, end_offset, term,
      -- A line break inside a word is no part of it.
      regexp_replace(form, '[\s　]*[\r\n][\s　]*', '', 'g') AS form
    FROM read_parquet(getvariable('result') || '/tokens/*.parquet')
    WHERE doc_id IN (
      -- Those that were counted: as a rule, one of several documents with the same text.
      SELECT doc_id FROM read_parquet(getvariable('result') || '/document_terms/*.parquet')
    )
  ),
  found AS (
    SELECT doc_id, sentence, any_value(term_a) AS term_a, any_value(term_b) AS term_b
    FROM tokens
    JOIN pair ON term IN (term_a, term_b)
    GROUP BY doc_id, sentence
    HAVING count(DISTINCT term) = 2
  ),
  pieces AS (
    SELECT
      *,
      lag(end_offset) OVER (PARTITION BY doc_id, sentence ORDER BY position) AS end_before,
      if(term IN (term_a, term_b), '【' || form || '】', form) AS marked
    FROM tokens
    JOIN found USING (doc_id, sentence)
  )
SELECT
  term_a,
  term_b,
  d.date,
  doc_id,
  paragraph,
  sentence,
  min(begin_offset) AS begin_offset,
  max(end_offset) AS end_offset,
  string_agg(if(end_before < begin_offset, ' ', '') || marked, '' ORDER BY position) AS text
FROM pieces
JOIN read_parquet(getvariable('result') || '/documents/*.parquet') AS d USING (doc_id)
GROUP BY term_a, term_b, d.date, doc_id, paragraph, sentence
ORDER BY d.date, doc_id, sentence;
