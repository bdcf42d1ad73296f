-- Which phrases stand in the text more often than they were counted, and why?
-- For each phrase of which most literal occurrences are not counted, what became of those:
--   nested   inside a longer phrase, which was counted instead (see "inside")
--   split    its ends are not where words begin and end: 产业链|长期 has no 链长
--   guarded  part of a larger number: 第六个城市 is not 六个城市
-- Each with how often, and the first example.
WITH occurrences AS (
  SELECT * FROM read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet')
)
SELECT
  p.phrase,
  p.literal,
  p.tf,
  o.status,
  count(*) AS occurrences,
  longer.phrase AS inside,
  first(
    o.context_left
    -- A line break inside a phrase is no part of it.
    || '【' || regexp_replace(o.form, '[\s　]*[\r\n][\s　]*', '', 'g') || '】'
    || o.context_right
    ORDER BY o.doc_id, o.begin_offset
  ) AS example,
  first(o.doc_id ORDER BY o.doc_id, o.begin_offset) AS doc_id
FROM read_parquet(getvariable('result') || '/phrases/*.parquet') AS p
JOIN occurrences AS o ON o.phrase = p.phrase AND o.status <> 'token'
LEFT JOIN occurrences AS longer
  ON o.status = 'nested' AND longer.status = 'token'
  AND longer.doc_id = o.doc_id AND longer.sentence = o.sentence
  AND longer.begin_offset <= o.begin_offset AND longer.end_offset >= o.end_offset
WHERE p.tf * 2 < p.literal
GROUP BY p.phrase, p.literal, p.tf, o.status, longer.phrase
ORDER BY p.literal - p.tf DESC, p.phrase, o.status, occurrences DESC, inside;
