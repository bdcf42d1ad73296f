-- Which phrases stand in the text mostly where they are no words of their own, and what of these?
-- For each phrase of which most literal occurrences are no tokens, what became of those:
--   nested      inside a longer phrase or word, which inside names: a use of it
--   overlapped  shares characters with another phrase, which inside names: a use of it
--   split       words run across its ends, so that it is no use: 产业链|长期 has no 链长
--   guarded     part of a larger number, and no use: 第六个城市 is not 六个城市
-- Each with how often, and the first example.
SELECT
  p.phrase,
  p.literal,
  p.uses,
  p.tf,
  o.status,
  count(*) AS occurrences,
  o.covered_by AS inside,
  first(
    o.context_left
    -- A line break inside a phrase is no part of it.
    || '【' || regexp_replace(o.form, '[\s　]*[\r\n][\s　]*', '', 'g') || '】'
    || o.context_right
    ORDER BY o.doc_id, o.begin_offset
  ) AS example,
  first(o.doc_id ORDER BY o.doc_id, o.begin_offset) AS doc_id
FROM read_parquet(getvariable('result') || '/phrases/*.parquet') AS p
JOIN read_parquet(getvariable('result') || '/phrase_occurrences/*.parquet') AS o
  ON o.phrase = p.phrase AND o.status <> 'token'
WHERE p.tf * 2 < p.literal
GROUP BY p.phrase, p.literal, p.uses, p.tf, o.status, o.covered_by
ORDER BY p.literal - p.tf DESC, p.phrase, o.status, occurrences DESC, inside;
