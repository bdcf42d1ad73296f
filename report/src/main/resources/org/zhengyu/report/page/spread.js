// Spread: which places take a phrase up, which of them was first, and what is not known of it.

const SpreadView = {
  name: 'spread',
  filters: true,
  asks: () => say('spreadAsks', chosenTerm()),

  draw() {
    const term = chosenTerm();
    const phrase = phrasesByName().get(term);
    if (!phrase || !tellsApart('region') || years().length === 0) {
      return [phrasePicker(term), h('p', null, years().length === 0 ? say('noYears') : say('noData'))];
    }
    const order = this.byRank(term).map((row) => row.region);
    return [phrasePicker(term, measurePicker('share')), this.map(term, phrase, order),
      Data.tables.has('diffusion') ? this.adoption(term) : [h('p', { class: 'extent' }, say('diffusionNeeds')), this.first(term)]];
  },

  /** The first uses of a phrase in each place, the earliest first; nothing where the result does not tell of them. */
  byRank(term) {
    return [...(diffusionByPhrase().get(term) ?? [])].sort((a, b) => a.rank - b.rank
      || (a.first_date < b.first_date ? -1 : a.first_date > b.first_date ? 1 : PINYIN.compare(a.region, b.region)));
  },

  map(term, phrase, order) {
    const groups = rowsOf('groups');
    const cells = new Map();
    const cell = (group) => {
      const key = JSON.stringify([group.region, group.year]);
      if (!cells.has(key)) {
        cells.set(key, { region: group.region, year: group.year, f: 0, df: 0, tokens: 0, documents: 0 });
      }
      return cells.get(key);
    };
    for (const group of groups) {
      if (group.year !== null && Filter.passes(group)) {
        cell(group).documents += group.documents;
        cell(group).tokens += group.tokens;
      }
    }
    for (const row of rowsOf('uses_by_group')) {
      const group = groups[row.group_number];
      if (row.phrase_number === phrase.number && group.year !== null && Filter.passes(group)) {
        cell(group).df += row.documents;
        cell(group).f += row.uses;
      }
    }
    const rows = [...cells.values()];
    const first = (region) => rows.reduce((least, row) => (row.region === region && row.df > 0
      ? Math.min(least, row.year) : least), Infinity);
    const rank = (region) => (order.includes(region) ? order.indexOf(region) : order.length);
    const places = [...regions()].sort((a, b) => rank(a) - rank(b) || (first(a) === first(b) ? 0 : first(a) < first(b) ? -1 : 1));
    const shown = chosenMeasure('share');
    return heatmap({
      name: 'spread', title: say('spread') + ' ' + term, note: say(shown.note) + ' ' + say('spreadNote'),
      rows, order: places,
      value: (row) => shown.of(row) ?? 0,
      label: (row) => (row.df === 0 ? '' : shown === MEASURES.share ? row.df + '/' + row.documents : shown.show(shown.of(row))),
      words: (row) => groupWords([row.region ?? say('unknownPlace'), row.year].join(' '), row),
      sql: usesSql('region, year, count(*) AS uses, count(DISTINCT doc_id) AS documents', [term], 'GROUP BY region, year ORDER BY region, year'),
      columns: linked(measureColumns(), (row) => sentencesButton(row.f, term, null,
        { ...(row.region ? { facet: 'region', value: row.region } : {}), period: String(row.year) })),
      onclick: (row) => State.go({ region: row.region ?? '–', from: row.year, to: row.year }, 'concordance'),
    });
  },

  /** Of each place the days between which its first use lies, by rank. */
  adoption(term) {
    const rows = this.byRank(term);
    if (rows.length === 0) {
      return [h('p', null, say('diffusionNone', term)), extent('diffusion')];
    }
    const drawn = rows.slice(0, MOST_PLACES);
    const shared = (row) => rows.filter((other) => other.rank === row.rank).length > 1;
    const rankOf = (row) => row.rank + (shared(row) ? ' =' : '');
    const isKnown = (row) => row.lag_days !== null || row.rank === 1;
    return [chart({
      name: 'adoption', title: say('whoWasFirst'), note: say('adoptionNote'), height: 60 + 22 * drawn.length,
      sql: tableSql('diffusion', 'WHERE phrase = ' + sqlText(term) + ' ORDER BY rank, first_date'),
      option: () => ({
        grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'time', position: 'top', minInterval: 24 * 3600 * 1000,
          axisLabel: { color: colour('soft'), fontSize: 12, hideOverlap: true } }),
        yAxis: axis({ type: 'category', inverse: true, data: drawn.map((row) => row.region),
          axisLabel: { color: colour('ink'), fontSize: 12, interval: 0, formatter: (place, i) => rankOf(drawn[i]) + '  ' + firstOf(place, 14) } }),
        tooltip: tooltip((item) => adoptionWords(drawn[item.dataIndex])),
        series: [{
          type: 'custom', encode: { x: [1, 2], y: 0 },
          data: drawn.map((row, i) => [i, Date.parse(row.first_date), Date.parse(row.first_date_last ?? row.first_date)]),
          renderItem: (params, api) => {
            const [x, y] = api.coord([api.value(1), api.value(0)]);
            const [end] = api.coord([api.value(2), api.value(0)]);
            const known = isKnown(drawn[params.dataIndex]);
            return { type: 'rect', shape: { x: x - 4, y: y - 4, width: Math.max(end - x, 1) + 7, height: 8 },
              style: { fill: colour(known ? 'red' : 'paper'), stroke: colour(known ? 'red' : 'gold'), lineWidth: 2 } };
          },
        }],
      }),
      onclick: (item) => State.go({ region: drawn[item.dataIndex].region }, 'concordance'),
      table: {
        rows, first: 200,
        columns: [
          { title: say('rank'), value: (row) => row.rank, isNumber: true, hint: meaning('diffusion', 'rank'), show: (row) => own(rankOf(row)) },
          { title: say('place'), value: (row) => row.region },
          { title: say('level'), value: (row) => row.region_level, show: (row) => own(valueWord(row.region_level)) },
          { title: say('firstUse'), value: (row) => days(row.first_date, row.first_date_last), show: showFirstUse, isTight: true },
          { title: say('lag'), value: (row) => row.lag_days, isNumber: true, hint: meaning('diffusion', 'lag_days'),
            show: (row) => (row.lag_days === null ? say('unknown') : count(row.lag_days)) },
          { title: say('centreLag'), value: (row) => row.centre_lag_days, isNumber: true, hint: meaning('diffusion', 'centre_lag_days'),
            show: (row) => (row.centre_lag_days === null ? say('unknown') : count(row.centre_lag_days)) },
          { title: say('direction'), value: (row) => row.direction, hint: meaning('diffusion', 'direction'),
            show: (row) => own(valueWord(row.direction)) },
          { title: say('before'), value: (row) => row.documents_before, isNumber: true, hint: meaning('diffusion', 'documents_before') },
          { title: say('after'), value: (row) => row.documents_after, isNumber: true, hint: meaning('diffusion', 'documents_after') },
          { title: say('document'), value: (row) => row.first_doc_id },
          ...(Data.tables.get('diffusion').has('silent_until') ? [{ title: say('silentUntil'), value: (row) => row.silent_until, isTight: true,
            hint: meaning('diffusion', 'silent_until') }] : []),
        ],
      },
    }), h('p', { class: 'legend' },
      legendMark('known', say('lagKnown')), legendMark('unknown', say('lagUnknown'))),
    drawnOf(drawn.length, rows.length), wholeCorpus(), extent('diffusion')];
  },

  /** The same as far as the page can tell it from documents. */
  first(term) {
    const firsts = new Map();
    for (const row of documentsByPhrase().get(term) ?? []) {
      const document = documentsById().get(row.doc_id);
      if (document && document.year !== null && Filter.passes(document)) {
        const when = document.date ?? String(document.year);
        const before = firsts.get(document.region);
        if (!before || when < before.when) {
          firsts.set(document.region, { when, document });
        }
      }
    }
    const rows = [...firsts].map(([region, { when, document }]) => ({ region, when, document }))
      .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
    return rows.length === 0 ? null : section(say('whoWasFirst'), say('whoNote'), dataTable({
      name: 'who-was-first', caption: say('whoWasFirst'), rows,
      sql: usesSql('region, min(date) AS first_date', [term], 'GROUP BY region ORDER BY first_date'),
      columns: [
        { title: say('firstUse'), value: (row) => (row.document.date ? days(row.document.date, row.document.date_last) : row.when) },
        { title: say('place'), value: (row) => row.region },
        { title: say('docTitle'), value: (row) => row.document.title },
        { title: say('document'), value: (row) => row.document.doc_id },
      ],
    }), extent('uses_by_document'));
  },
};

function adoptionWords(row) {
  return row.region + '\n' + say('firstUse') + ' ' + days(row.first_date, row.first_date_last) + '\n' + say('rank') + ' ' + row.rank
    + '\n' + say('lag') + ' ' + (row.lag_days === null ? say('unknown') : count(row.lag_days));
}

/** A mark as it is drawn, and what it means. */
function legendMark(kind, text) {
  return h('span', null, svg('svg', { width: 16, height: 12, 'aria-hidden': 'true' },
    svg('rect', { x: 1, y: 1, width: 14, height: 10, class: 'mark-' + kind })), ' ' + text);
}

/** A value of a closed list, in the language of the page. */
function valueWord(value) {
  return WORDS['value_' + value] ? say('value_' + value) : value;
}
