-- Into which themes does the network of terms fall?
-- One row for each community of three terms or more, the largest first; its terms by pagerank, which
-- is high for those that are tied to many others that are. A modularity near 0 means that there are
-- no themes to speak of, and one above 0.3 that they are more than chance.
SELECT
  unit,
  community,
  count(*) AS terms,
  string_agg(term, '、' ORDER BY pagerank DESC, term) AS members,
  round(any_value(modularity), 3) AS modularity
FROM read_parquet(getvariable('result') || '/network_nodes/*.parquet')
GROUP BY unit, community
HAVING count(*) >= 3
ORDER BY unit, community
LIMIT 30;
