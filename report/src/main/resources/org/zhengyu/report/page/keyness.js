// Keyness: how the language of a group differs from that of the others.

const KeynessView = {
  name: 'keyness',
  filters: () => KeynessView.filtered() !== undefined,
  asks: () => say('keynessAsks'),

  /** The group that the filter means, if there is one: a place, a kind or a year alone. */
  filtered() {
    const chosen = [['region', Filter.region], ['doc_type', Filter.kind], ['year', Filter.from === Filter.to ? Filter.from : '']]
      .filter(([, value]) => value);
    if (chosen.length !== 1 || Filter.from !== Filter.to) {
      return undefined;
    }
    const [facet, value] = chosen[0];
    return rowsOf('keyness').some((row) => row.facet === facet && row.value === value) ? { facet, value } : undefined;
  },

  draw() {
    const all = rowsOf('keyness');
    if (all.length === 0) {
      return [h('p', null, say('keynessNeeds'))];
    }
    const filtered = this.filtered();
    const facets = [...new Set(all.map((row) => row.facet))].sort();
    const facet = filtered?.facet ?? (facets.includes(State.get('facet')) ? State.get('facet') : facets[0]);
    const groups = [...new Set(all.filter((row) => row.facet === facet).map((row) => row.value))].sort(PINYIN.compare);
    const group = filtered?.value ?? (groups.includes(State.get('value')) ? State.get('value') : groups[0]);
    const rows = all.filter((row) => row.facet === facet && row.value === group)
      .sort(this.byScore);
    return [
      filtered ? null : h('div', { class: 'controls' },
        select(say('facet'), facets.map((each) => [each, facetWord(each)]), facet, (value) => State.go({ facet: value, value: '' })),
        select(say('value'), groups.map((each) => [each, each]), group, (value) => State.go({ value }))),
      this.fewDocuments(rows, group),
      this.picture(rows, facet, group),
      extent('keyness'),
    ];
  },

  // Where a side has few documents the table says so in every row, and a chart would say nothing of it.
  fewDocuments(rows, group) {
    return rows.every((row) => row.caution === 'few_documents')
      ? h('p', { class: 'extent' }, say('keynessFew', group)) : null;
  },

  // Evidence and spread first; what has no spread to tell of comes after, by its evidence.
  byScore(a, b) {
    return (b.key_score ?? -Infinity) > (a.key_score ?? -Infinity) ? 1
      : (a.key_score ?? -Infinity) > (b.key_score ?? -Infinity) ? -1
        : (b.log_odds_z ?? b.ll ?? 0) - (a.log_odds_z ?? a.ll ?? 0);
  },

  picture(rows, facet, group) {
    const points = rows.filter((row) => Number.isFinite(row.log_ratio) && Math.abs(row.ll) > 0);
    const labelled = new Set([...points].sort((a, b) => Math.abs(b.ll) - Math.abs(a.ll)).slice(0, 25).map((row) => row.term));
    const floor = 10 ** Math.floor(Math.log10(points.reduce((least, row) => Math.min(least, Math.abs(row.ll)), 1e9)));
    return chart({
      name: 'keyness', title: facetWord(facet) + ' ' + group, note: say('keynessNote', group), height: 460,
      sql: tableSql('keyness', 'WHERE facet = ' + sqlText(facet) + ' AND value = ' + sqlText(group) + ' ORDER BY key_score DESC NULLS LAST, log_odds_z DESC'),
      option: () => ({
        grid: { left: 16, right: 60, top: 36, bottom: 28, containLabel: true },
        xAxis: axis({ type: 'value', name: say('logRatio'), nameLocation: 'middle', nameGap: 26 }),
        yAxis: axis({ type: 'log', name: say('evidence'), min: floor, axisLine: { onZero: false, lineStyle: { color: colour('line') } } }),
        tooltip: tooltip((item) => {
          const row = item.data.row;
          return row.term + '\n' + say('here') + ' ' + count(row.f1) + ' / ' + count(row.n1) + '\n' + say('elsewhere') + ' '
            + count(row.f2) + ' / ' + count(row.n2) + '\n' + say('logRatio') + ' ' + measure(row.log_ratio)
            + (row.log_ratio_ci_low === null || row.log_ratio_ci_low === undefined ? ''
              : ' (' + measure(row.log_ratio_ci_low) + ' – ' + measure(row.log_ratio_ci_high) + ')') + '\nG² ' + measure(row.ll);
        }),
        series: [{
          type: 'scatter', symbolSize: 9,
          data: points.map((row) => ({
            value: [row.log_ratio, Math.abs(row.ll)], row,
            itemStyle: { color: row.log_ratio > 0 ? colour('red') : colour('blue'), opacity: 0.75 },
            label: { show: labelled.has(row.term) },
          })),
          label: { position: 'right', color: colour('ink'), fontSize: 12, formatter: (item) => plain(item.data.row.term) },
          labelLayout: { hideOverlap: true },
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colour('soft') }, data: [{ xAxis: 0 }] },
        }],
      }),
      onclick: (item) => State.go({ term: item.data.row.term }, 'phrase'),
      table: {
        rows, first: 40,
        columns: [
          { title: say('term'), value: (row) => row.term, show: (row) => termLink(row.term) },
          { title: say('here'), value: (row) => row.f1, isNumber: true, hint: meaning('keyness', 'f1'),
            show: (row) => sentencesButton(row.f1, row.term, null, { facet, value: group }) },
          { title: say('elsewhere'), value: (row) => row.f2, isNumber: true, hint: meaning('keyness', 'f2'),
            show: (row) => sentencesButton(row.f2, row.term, null, { facet, value: group, isOthers: true }) },
          { title: 'G²', value: (row) => row.ll, isNumber: true, isMeasure: true, hint: meaning('keyness', 'll') },
          { title: say('logRatio'), value: (row) => row.log_ratio, isNumber: true, isMeasure: true, hint: meaning('keyness', 'log_ratio') },
          { title: say('interval') + ' ↓', value: (row) => row.log_ratio_ci_low, isNumber: true, isMeasure: true },
          { title: say('interval') + ' ↑', value: (row) => row.log_ratio_ci_high, isNumber: true, isMeasure: true },
          { title: 'q', value: (row) => row.q_bh, isNumber: true, hint: meaning('keyness', 'q_bh'),
            show: (row) => (row.q_bh === null || row.q_bh === undefined ? '–' : row.q_bh < 0.001 ? '< 0.001' : row.q_bh.toFixed(3)) },
          { title: say('keyScore'), value: (row) => row.key_score, isNumber: true, isMeasure: true, hint: meaning('keyness', 'key_score') },
          { title: say('here') + ' ' + say('perMillion'), value: (row) => (row.n1 ? row.f1 * 1e6 / row.n1 : null), isNumber: true, isMeasure: true },
          { title: say('elsewhere') + ' ' + say('perMillion'), value: (row) => (row.n2 ? row.f2 * 1e6 / row.n2 : null), isNumber: true, isMeasure: true },
          ...['only_in', 'caution'].filter((name) => Data.tables.get('keyness').has(name)).map((name) => ({
            title: say(name), value: (row) => row[name], hint: meaning('keyness', name) })),
        ],
      },
    });
  },
};
