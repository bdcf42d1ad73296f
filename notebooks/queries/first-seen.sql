-- Which phrases are new, and which document brought them?
-- The first date is that of the earliest dated document; a short corpus makes everything look new.
SELECT first_date, phrase, category, first_doc_id, last_date, uses, df
FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
WHERE first_date IS NOT NULL
ORDER BY first_date DESC, uses DESC, phrase
LIMIT 50;
