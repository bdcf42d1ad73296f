-- In which sentences does a pair of terms occur together?
-- Needs the table tokens, which a run writes only when asked.
-- SET VARIABLE term_a = '链长制'; SET VARIABLE term_b = '企业';
-- With one of them, its strongest partner by G²; with neither, the strongest pair of all.
-- As many rows as the pair's o11: sentences in which the two only share characters are left out. The
-- tokens that a use of either lies in are marked. The sentence is put together from its tokens, with a blank where
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
  uses AS (
    SELECT doc_id, sentence, term, begin_offset, end_offset
    FROM tokens
    JOIN pair ON term IN (term_a, term_b)
    UNION ALL
    SELECT doc_id, sentence, phrase, begin_offset, end_offset
    FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet')
    JOIN pair ON phrase IN (term_a, term_b)
    WHERE is_use AND status <> 'token'
  ),
  found AS (
    SELECT DISTINCT a.doc_id, a.sentence, term_a, term_b
    FROM pair
    JOIN uses AS a ON a.term = term_a
    JOIN uses AS b
      ON b.term = term_b AND b.doc_id = a.doc_id AND b.sentence = a.sentence
      AND (a.end_offset <= b.begin_offset OR b.end_offset <= a.begin_offset)
  ),
  pieces AS (
    SELECT
      t.*,
      term_a,
      term_b,
      lag(end_offset) OVER (PARTITION BY doc_id, sentence ORDER BY position) AS end_before,
      if(
        EXISTS (
          SELECT 1
          FROM uses
          WHERE
            uses.doc_id = t.doc_id
            AND uses.begin_offset < t.end_offset
            AND t.begin_offset < uses.end_offset
        ),
        '【' || form || '】',
        form
      ) AS marked
    FROM tokens AS t
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
