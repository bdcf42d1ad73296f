-- Which phrases are new, and which document brought them?
-- first_date and first_date_last are the first and the last day that the document may be of. Where
-- first_ties is above 1, so many documents may be the first: name none of them. A short corpus makes
-- everything look new.
SELECT first_date, first_date_last, phrase, category, first_doc_id, first_ties, last_date, uses, df
FROM read_parquet(getvariable('result') || '/phrases/*.parquet')
WHERE first_date IS NOT NULL
ORDER BY first_date DESC, uses DESC, phrase
LIMIT 50;
