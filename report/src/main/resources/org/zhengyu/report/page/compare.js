// Two terms side by side: through time, by place, and in the company they keep. Two groups: in the phrases they use.

const CompareView = {
  name: 'compare',
  filters: true,
  asks: () => say('compareAsks', ...(TwoGroups.areChosen() ? TwoGroups.chosen().values : comparedTerms())),

  draw() {
    const what = select(say('comparedWhat'), [['', say('twoTerms')], ...(TwoGroups.facets().length ? [['groups', say('twoGroups')]] : [])],
      TwoGroups.areChosen() ? 'groups' : '', (of) => State.go({ of }));
    if (TwoGroups.areChosen()) {
      return [h('div', { class: 'controls' }, what, TwoGroups.pickers(), measurePicker()), TwoGroups.picture(TwoGroups.chosen()),
        Filter.region || Filter.kind || !yearsAct() ? wholeCorpus() : null];
    }
    const [first, second] = comparedTerms();
    return [
      h('div', { class: 'controls' }, what, termPicker(say('first'), first, 'term'), termPicker(say('second'), second, 'other'),
        measurePicker()),
      this.together(first, second),
      this.trend(first, second),
      this.places(first, second),
      this.company(first, second),
    ];
  },

  together(first, second) {
    const rows = (pairsByTerm().get(first) ?? []).filter((row) => row.term_a === second || row.term_b === second);
    return section(say('pairOfThem'), null, rows.length === 0
      ? h('p', null, say('pairNone') + ' ', button(say('sentencesOfTwo', first, second), () => openSentences(first, second)))
      : [dataTable({
        name: 'pair', caption: say('pairOfThem'), rows,
        sql: tableSql('cooccurrences', 'WHERE term_a = ' + sqlText(rows[0].term_a) + ' AND term_b = ' + sqlText(rows[0].term_b)),
        columns: [
          { title: say('unit'), value: (row) => unitWord(row.unit) },
          { title: say('together'), value: (row) => row.o11, isNumber: true, show: (row) => sentencesButton(row.o11, first, second) },
          { title: 'G²', value: (row) => row.g2, isNumber: true, isMeasure: true },
          { title: 'logDice', value: (row) => row.log_dice, isNumber: true, isMeasure: true },
        ],
      }), wholeCorpus()]);
  },

  trend(first, second) {
    let [a, b] = [first, second].map(filteredTrend);
    const acts = a.acts && b.acts;
    if (!acts) {
      [a, b] = [first, second].map((term) => ({ rows: trendOf(term, null), group: null }));
    }
    const periods = timeline([...a.rows, ...b.rows]);
    if (periods.length < 2) {
      return section(say('trend'), null, h('p', null, say('onePeriod')));
    }
    const shown = chosenMeasure();
    const line = (term, rows, tone) => trendLine(term, periods, rows, tone,
      { endLabel: { show: true, color: colour(tone), fontSize: 13, formatter: () => plain(term) }, labelLayout: { moveOverlap: 'shiftY' } });
    const at = (rows) => new Map(rows.map((row) => [row.period, row]));
    const [ofFirst, ofSecond] = [at(a.rows), at(b.rows)];
    const columns = (term, key) => measureColumns((row) => row[key] ?? { f: null, df: null, tokens: null, documents: null })
      .map((column) => ({ ...column, title: term + ' ' + column.title }));
    return [chart({
      name: 'compare-trend', title: a.group ? say('trend') + ' ' + a.group.value : say('trend'), note: say(shown.note), height: 320,
      sql: tableSql('trends', 'WHERE term IN (' + sqlText(first) + ', ' + sqlText(second) + ')' + (hasColumn('trends', 'facet')
        ? ' AND facet = ' + sqlText(a.group?.facet ?? 'corpus') + (a.group ? ' AND value = ' + sqlText(a.group.value) : '') : '')
        + ' ORDER BY term, ' + timeColumn()),
      option: () => ({
        grid: { left: 8, right: 130, top: 20, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'category', data: periods, boundaryGap: false }),
        yAxis: measureAxis(),
        tooltip: { ...tooltip((items) => periods[items[0].dataIndex] + '\n'
          + items.map((item) => item.seriesName + ' ' + shown.show(item.value)).join('\n')), trigger: 'axis' },
        series: [line(first, a.rows, 'red'), line(second, b.rows, 'blue')],
      }),
      table: {
        rows: periods.filter((period) => ofFirst.has(period) || ofSecond.has(period))
          .map((period) => ({ period, a: ofFirst.get(period), b: ofSecond.get(period) })),
        first: 200,
        columns: [
          { title: say('period'), value: (row) => row.period },
          ...linked(columns(first, 'a'), (row) => (row.a ? sentencesButton(row.a.f, first, null, { ...a.group, period: row.period }) : '–')),
          ...linked(columns(second, 'b'), (row) => (row.b ? sentencesButton(row.b.f, second, null, { ...b.group, period: row.period }) : '–')),
        ],
      },
    }), acts ? null : wholeCorpus()];
  },

  places(first, second) {
    const numbers = [first, second].map((term) => phrasesByName().get(term)?.number);
    if (!tellsApart('region') || numbers.includes(undefined)) {
      return null;
    }
    const totals = Filter.totals('region');
    const [ofFirst, ofSecond] = numbers.map((number) => Filter.uses('region').get(number) ?? new Map());
    const row = (region, uses) => ({ f: uses?.uses ?? 0, df: uses?.documents ?? 0, ...totals.get(region) });
    const rows = regions().filter((region) => totals.has(region))
      .map((region) => ({ region, a: row(region, ofFirst.get(region)), b: row(region, ofSecond.get(region)) }))
      .filter(({ a, b }) => a.f + b.f > 0);
    if (rows.length === 0) {
      return null;
    }
    const shown = chosenMeasure();
    const within = ({ region }) => ({ facet: 'region', value: region });
    const named = (term, key) => measureColumns((each) => each[key]).map((column) => ({ ...column, title: term + ' ' + column.title }));
    return pairedBars({
      name: 'compare-places', title: say('byPlace'), note: say(shown.note), rows, names: [first, second], label: (each) => each.region,
      sql: usesSql('region, phrase, count(*) AS uses, count(DISTINCT doc_id) AS documents', [first, second], 'GROUP BY region, phrase'),
      columns: [
        { title: say('place'), value: (each) => each.region },
        ...linked(named(first, 'a'), (each) => sentencesButton(each.a.f, first, null, within(each))),
        ...linked(named(second, 'b'), (each) => sentencesButton(each.b.f, second, null, within(each))),
      ],
    });
  },

  company(first, second) {
    const [unit] = [...unitsWith(first), ...unitsWith(second)];
    const leftOut = neighboursLeftOut([first, second], unit);
    const [ofFirst, ofSecond] = [first, second].map((term) => new Map(neighboursOf(term, unit)
      .filter((row) => row.other !== first && row.other !== second).map((row) => [row.other, row])));
    const lists = [
      [say('onlyWith', first), [...ofFirst.keys()].filter((term) => !ofSecond.has(term))],
      [say('withBoth'), [...ofFirst.keys()].filter((term) => ofSecond.has(term))],
      [say('onlyWith', second), [...ofSecond.keys()].filter((term) => !ofFirst.has(term))],
    ];
    const rows = [...new Set([...ofFirst.keys(), ...ofSecond.keys()])]
      .map((term) => ({ term, a: ofFirst.get(term), b: ofSecond.get(term) }));
    if (rows.length === 0) {
      return leftOut.length === 0 ? null : section(say('company'), null, leftOut);
    }
    return section(say('company'), say('companyNote'),
      leftOut,
      wholeCorpus(),
      h('div', { class: 'lists' }, lists.map(([title, terms]) => h('div', null, h('h4', null, own(title)),
        terms.length === 0 ? h('p', null, '–') : h('ol', null, terms.slice(0, 15).map((term) => h('li', null, termLink(term),
          h('span', null, [ofFirst.get(term), ofSecond.get(term)].filter(Boolean)
            .map((row) => measure(row.log_dice ?? row.o11)).join(' / ')))))))),
      h('details', null, h('summary', null, say('numbers')), dataTable({
        name: 'company', caption: say('company'), rows, first: 40,
        sql: tableSql('cooccurrences', 'WHERE unit = ' + sqlText(unit) + rankedPairsSql() + ' AND (term_a IN (' + sqlText(first) + ', ' + sqlText(second)
          + ') OR term_b IN (' + sqlText(first) + ', ' + sqlText(second) + ')) ORDER BY g2 DESC'),
        columns: [
          { title: say('term'), value: (row) => row.term, show: (row) => termLink(row.term) },
          ...[[first, 'a'], [second, 'b']].map(([term, key]) => ({ title: term + ' ' + say('together'), value: (row) => row[key]?.o11 ?? null,
            isNumber: true, show: (row) => (row[key] ? sentencesButton(row[key].o11, term, row.term) : '–') })),
          { title: first + ' logDice', value: (row) => row.a?.log_dice ?? null, isNumber: true, isMeasure: true },
          { title: second + ' logDice', value: (row) => row.b?.log_dice ?? null, isNumber: true, isMeasure: true },
        ],
      })));
  },
};

/** Two bars a row, of what is measured of `a` and `b`, with the numbers behind them. */
function pairedBars({ name, title, note, rows, names, label, columns, sql }) {
  const shown = chosenMeasure();
  const drawn = rows.slice(0, MOST_BARS);
  const bars = (series, key, tone) => ({ type: 'bar', name: plain(series), barMaxWidth: 9, itemStyle: { color: colour(tone) },
    data: drawn.map((row) => shown.of(row[key])) });
  return [chart({
    name, title, note, height: 80 + 28 * drawn.length, sql,
    option: () => ({
      legend: { top: 0, left: 0, textStyle: { color: colour('ink') }, icon: 'rect', itemWidth: 12, itemHeight: 8 },
      grid: { left: 8, right: 40, top: 32, bottom: 8, containLabel: true },
      xAxis: measureAxis(),
      yAxis: axis({ type: 'category', inverse: true, data: drawn.map(label), axisLabel: { color: colour('ink') } }),
      tooltip: tooltip((item) => item.seriesName + '\n' + label(drawn[item.dataIndex]) + ' ' + shown.show(item.value)),
      series: [bars(names[0], 'a', 'red'), bars(names[1], 'b', 'blue')],
    }),
    table: { rows, columns },
  }), drawnOf(drawn.length, rows.length)];
}

/** The two terms: the pinned ones, else the most used phrases. */
function comparedTerms() {
  const first = chosenTerm();
  const second = State.get('other') || rowsOf('phrases').map((row) => row.phrase).find((phrase) => phrase !== first) || '';
  return [first, second];
}

/** A term to type, with what the page knows to choose from. */
function termPicker(label, term, key) {
  const list = h('datalist', { id: 'terms-' + key }, lexemes().slice(0, 800).map((lexeme) => h('option', { value: lexeme.term })));
  return h('label', { class: 'field' }, h('span', null, label),
    h('input', { value: term, list: 'terms-' + key, onchange: (event) => State.go({ [key]: event.target.value.trim() }) }), list);
}
