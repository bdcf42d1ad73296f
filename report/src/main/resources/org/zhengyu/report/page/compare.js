// Two terms side by side: through time, by place, and in the company they keep.

const CompareView = {
  name: 'compare',
  filters: true,
  asks: () => say('compareAsks', ...comparedTerms()),

  draw() {
    const [first, second] = comparedTerms();
    return [
      h('div', { class: 'controls' }, termPicker(say('first'), first, 'term'), termPicker(say('second'), second, 'other')),
      this.together(first, second),
      this.trend(first, second), wholeCorpus(),
      this.places(first, second),
      this.company(first, second),
    ];
  },

  together(first, second) {
    const rows = (pairsByTerm().get(first) ?? []).filter((row) => row.term_a === second || row.term_b === second);
    return section(say('pairOfThem'), null, rows.length === 0
      ? h('p', null, say('pairNone') + ' ', button(say('sentencesOfTwo', first, second), () => openSentences(first, second)))
      : dataTable({
        name: 'pair', caption: say('pairOfThem'), rows,
        columns: [
          { title: say('unit'), value: (row) => unitWord(row.unit) },
          { title: say('together'), value: (row) => row.o11, isNumber: true, show: (row) => sentencesButton(row.o11, first, second) },
          { title: 'G²', value: (row) => row.g2, isNumber: true, isMeasure: true },
          { title: 'logDice', value: (row) => row.log_dice, isNumber: true, isMeasure: true },
        ],
      }));
  },

  trend(first, second) {
    const rate = (row) => (row && row.tokens ? frequency(row) * 1e6 / row.tokens : null);
    const of = (term) => new Map((trendsByTerm().get(term) ?? []).map((row) => [row.period, row]));
    const a = of(first);
    const b = of(second);
    const periods = timeline([...a.values(), ...b.values()]);
    if (periods.length < 2) {
      return null;
    }
    const line = (term, rows, name) => ({
      type: 'line', name: plain(term), data: periods.map((period) => rate(rows.get(period))), connectNulls: true, symbolSize: 5,
      symbol: 'circle',
      lineStyle: { color: colour(name), width: 2 }, itemStyle: { color: colour(name) },
      endLabel: { show: true, color: colour(name), fontSize: 13, formatter: () => plain(term) },
      labelLayout: { moveOverlap: 'shiftY' },
    });
    return chart({
      name: 'compare-trend', title: say('trend'), note: say('perMillion'), height: 320,
      option: () => ({
        grid: { left: 8, right: 130, top: 20, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'category', data: periods, boundaryGap: false }),
        yAxis: axis({ type: 'value' }),
        tooltip: { ...tooltip((items) => periods[items[0].dataIndex] + '\n'
          + items.map((item) => item.seriesName + ' ' + measure(item.value)).join('\n')), trigger: 'axis' },
        series: [line(first, a, 'red'), line(second, b, 'blue')],
      }),
      table: {
        rows: periods.filter((period) => a.has(period) || b.has(period))
        .map((period) => ({ period, a: a.get(period), b: b.get(period) })),
      first: 200,
        columns: [
          { title: say('period'), value: (row) => row.period },
          { title: first, value: (row) => (row.a ? frequency(row.a) : null), isNumber: true },
          { title: second, value: (row) => (row.b ? frequency(row.b) : null), isNumber: true },
          { title: first + ' ' + say('perMillion'), value: (row) => rate(row.a), isNumber: true, isMeasure: true },
          { title: second + ' ' + say('perMillion'), value: (row) => rate(row.b), isNumber: true, isMeasure: true },
        ],
      },
    });
  },

  places(first, second) {
    const numbers = [first, second].map((term) => phrasesByName().get(term)?.number);
    if (!tellsApart('region') || numbers.includes(undefined)) {
      return null;
    }
    const totals = Filter.totals('region');
    const [ofFirst, ofSecond] = numbers.map((number) => Filter.uses('region').get(number) ?? new Map());
    const rows = regions().filter((region) => totals.has(region)).map((region) => ({
      region,
      tokens: totals.get(region).tokens,
      a: ofFirst.get(region)?.uses ?? 0,
      b: ofSecond.get(region)?.uses ?? 0,
    })).filter((row) => row.a + row.b > 0).slice(0, 40);
    if (rows.length === 0) {
      return null;
    }
    const rate = (row, key) => row[key] * 1e6 / row.tokens;
    const bars = (term, key, name) => ({ type: 'bar', name: plain(term), barMaxWidth: 9, itemStyle: { color: colour(name) },
      data: rows.map((row) => rate(row, key)) });
    return chart({
      name: 'compare-places', title: say('byPlace'), note: say('byPlaceNote'), height: 80 + 28 * rows.length,
      option: () => ({
        legend: { top: 0, left: 0, textStyle: { color: colour('ink') }, icon: 'rect', itemWidth: 12, itemHeight: 8 },
        grid: { left: 8, right: 40, top: 32, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'value' }),
        yAxis: axis({ type: 'category', inverse: true, data: rows.map((row) => row.region), axisLabel: { color: colour('ink') } }),
        tooltip: tooltip((item) => item.seriesName + '\n' + rows[item.dataIndex].region + ' ' + measure(item.value)),
        series: [bars(first, 'a', 'red'), bars(second, 'b', 'blue')],
      }),
      table: {
        rows,
        columns: [
          { title: say('place'), value: (row) => row.region },
          { title: first, value: (row) => row.a, isNumber: true },
          { title: second, value: (row) => row.b, isNumber: true },
          { title: say('tokens'), value: (row) => row.tokens, isNumber: true },
          { title: first + ' ' + say('perMillion'), value: (row) => rate(row, 'a'), isNumber: true, isMeasure: true },
          { title: second + ' ' + say('perMillion'), value: (row) => rate(row, 'b'), isNumber: true, isMeasure: true },
        ],
      },
    });
  },

  company(first, second) {
    const unit = (pairsByTerm().get(first) ?? pairsByTerm().get(second) ?? [])[0]?.unit;
    const [ofFirst, ofSecond] = [first, second].map((term) => new Map(neighboursOf(term, unit)
      .filter((row) => row.other !== first && row.other !== second).map((row) => [row.other, row])));
    const lists = [
      [say('onlyWith', first), [...ofFirst.keys()].filter((term) => !ofSecond.has(term))],
      [say('withBoth'), [...ofFirst.keys()].filter((term) => ofSecond.has(term))],
      [say('onlyWith', second), [...ofSecond.keys()].filter((term) => !ofFirst.has(term))],
    ];
    const rows = [...new Set([...ofFirst.keys(), ...ofSecond.keys()])]
      .map((term) => ({ term, a: ofFirst.get(term), b: ofSecond.get(term) }));
    return rows.length === 0 ? null : section(say('company'), say('companyNote'),
      wholeCorpus(),
      h('div', { class: 'lists' }, lists.map(([title, terms]) => h('div', null, h('h4', null, own(title)),
        terms.length === 0 ? h('p', null, '–') : h('ol', null, terms.slice(0, 15).map((term) => h('li', null, termLink(term),
          h('span', null, [ofFirst.get(term), ofSecond.get(term)].filter(Boolean)
            .map((row) => measure(row.log_dice ?? row.o11)).join(' / ')))))))),
      h('details', null, h('summary', null, say('numbers')), dataTable({
        name: 'company', caption: say('company'), rows, first: 40,
        columns: [
          { title: say('term'), value: (row) => row.term, show: (row) => termLink(row.term) },
          { title: first + ' ' + say('together'), value: (row) => row.a?.o11 ?? null, isNumber: true },
          { title: second + ' ' + say('together'), value: (row) => row.b?.o11 ?? null, isNumber: true },
          { title: first + ' logDice', value: (row) => row.a?.log_dice ?? null, isNumber: true, isMeasure: true },
          { title: second + ' logDice', value: (row) => row.b?.log_dice ?? null, isNumber: true, isMeasure: true },
        ],
      })));
  },
};

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
