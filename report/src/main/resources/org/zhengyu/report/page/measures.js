// How much a term is used: in every million tokens, as it is counted, or by the documents that have it.

/** Each of a row with f, tokens, df and documents: uses, of so many tokens, in so many documents, of so many. */
const MEASURES = {
  million: { word: 'perMillion', note: 'perMillionNote', of: (row) => (row.tokens ? row.f * 1e6 / row.tokens : null), show: measure },
  count: { word: 'uses', note: 'usesNote', of: (row) => row.f, show: count },
  share: { word: 'shareOfDocuments', note: 'shareNote', of: (row) => (row.documents ? row.df / row.documents : null), show: percent },
};

/** The one that is drawn: the chosen one, else the one that suits the view. */
function chosenMeasure(fallback = 'million') {
  return MEASURES[State.get('measure')] ?? MEASURES[fallback];
}

function measurePicker(fallback) {
  const chosen = Object.keys(MEASURES).find((name) => MEASURES[name] === chosenMeasure(fallback));
  return select(say('measureOf'), Object.entries(MEASURES).map(([name, { word }]) => [name, say(word)]), chosen,
    (measure) => State.go({ measure }));
}

/** All of them, as columns of a table. */
function measureColumns(of = (row) => row) {
  return [
    { title: say('uses'), value: (row) => of(row).f, isNumber: true },
    { title: say('tokens'), value: (row) => of(row).tokens, isNumber: true },
    { title: say('perMillion'), value: (row) => MEASURES.million.of(of(row)), isNumber: true, isMeasure: true },
    { title: say('ofDocuments'), value: (row) => of(row).df, isNumber: true },
    { title: say('shareOfDocuments'), value: (row) => MEASURES.share.of(of(row)), isNumber: true,
      show: (row) => percent(MEASURES.share.of(of(row))) },
  ];
}

/** An axis for what is drawn. */
function measureAxis(more) {
  return axis({ type: 'value', minInterval: chosenMeasure() === MEASURES.count ? 1 : null, max: chosenMeasure() === MEASURES.share ? 1 : null,
    axisLabel: { color: colour('soft'), fontSize: 12,
      formatter: (value) => (chosenMeasure() === MEASURES.share ? Math.round(100 * value) + '%' : count(value)) }, ...more });
}

/** The periods of groups of documents, by facet and group. */
const periodsByGroup = once(() => {
  const facets = new Map();
  for (const row of rowsOf('group_periods')) {
    if (!facets.has(row.facet)) {
      facets.set(row.facet, new Map());
    }
    const groups = facets.get(row.facet);
    if (!groups.has(row.value)) {
      groups.set(row.value, []);
    }
    groups.get(row.value).push(row);
  }
  return facets;
});

const groupTrendsByTerm = once(() => groupBy(rowsOf('group_trends'), 'term'));

/**
 * A term through time, in a group of documents or else in the whole corpus: of each period with documents what
 * was used and the size; nothing where the page has it not.
 *
 * group: {facet, value}
 */
function trendOf(term, group) {
  if (!group) {
    return (trendsByTerm().get(term) ?? [])
      .map((row) => ({ period: row.period, first_day: row.first_day, f: frequency(row), df: row.df, tokens: row.tokens, documents: row.documents ?? null,
        low: row.ci_low ?? row.per_million_ci_low, high: row.ci_high ?? row.per_million_ci_high }))
      .sort(byTime);
  }
  const told = groupTrendsByTerm().get(term);
  if (!told) {
    return [];
  }
  const used = new Map(told.filter((row) => row.facet === group.facet && row.value === group.value)
    .map((row) => [row.period, row]));
  return (periodsByGroup().get(group.facet)?.get(group.value) ?? [])
    .map(({ period, first_day, tokens, documents }) => {
      const row = used.get(period);
      return { period, first_day, f: row?.f ?? 0, df: row?.df ?? 0, tokens, documents, low: row?.ci_low ?? null, high: row?.ci_high ?? null };
    })
    .sort(byTime);
}

/** The trend of a term as far as the filter lets it through, and whether the filter could act on it. */
function filteredTrend(term) {
  const group = Filter.group();
  const rows = group === undefined ? [] : trendOf(term, group);
  const acts = rows.length > 0 && (!(Filter.from || Filter.to) || rows.every((row) => hasYear(row.period)));
  return acts ? { rows: rows.filter((row) => Filter.passesPeriod(row.period)), group, acts } : { rows: trendOf(term, null), group: null, acts };
}

/** Whether the years of the filter act where periods are told: not where these have names of their own. */
function yearsAct() {
  return !(Filter.from || Filter.to) || rowsOf('group_periods').every((row) => hasYear(row.period));
}

/** The bursts of a term, in a group or else in the whole corpus. */
function burstsOf(term, group) {
  return (burstsByTerm().get(term) ?? []).filter((row) => (group ? row.facet === group.facet && row.value === group.value
    : (row.facet ?? 'corpus') === 'corpus'));
}

/** The sum of several rows. */
function total(rows) {
  const sum = { f: 0, df: 0, tokens: 0, documents: 0 };
  rows.forEach((row) => Object.keys(sum).forEach((key) => { sum[key] += row[key]; }));
  return sum;
}
