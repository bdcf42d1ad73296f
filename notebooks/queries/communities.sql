-- Into which themes does the network of terms fall?
-- One row for each community of three terms or more, the largest first; its terms by pagerank, which
-- is high for those that are tied to many others that are. A modularity near 0 means that there are
-- no themes to speak of, and one above 0.3 that they are more than chance, unless the network falls
-- into many components: read the two together. density says how tight a community is, centrality
-- how much it is tied to others.
SELECT
  unit,
  network,
  community,
  count(*) AS terms,
  string_agg(term, '、' ORDER BY pagerank DESC, term) AS members,
  round(any_value(density), 1) AS density,
  round(any_value(centrality), 1) AS centrality,
  round(any_value(modularity), 3) AS modularity,
  any_value(components) AS components
FROM read_parquet(getvariable('result') || '/network_nodes/*.parquet')
GROUP BY unit, network, community
HAVING count(*) >= 3
ORDER BY unit, network DESC, community
LIMIT 30;
