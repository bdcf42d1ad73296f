// A term in each group of documents: how much, and how it goes through time there.

/** More groups than these are in the table only. */
const MOST_BARS = 40;
const MOST_MULTIPLES = 12;

/** With fewer periods there is no line to draw. */
const LEAST_PERIODS = 3;

const ByGroup = {
  /** What there is to show of a term; a sentence where the result or the page has nothing. */
  sections(term) {
    const facets = [...periodsByGroup().keys()].sort();
    if (facets.length === 0) {
      return [section(say('byGroup'), null, h('p', null, say('groupsNeed')))];
    }
    if (!groupTrendsByTerm().has(term)) {
      return [section(say('byGroup'), null, h('p', null, say('groupsNotTold', term)), extent('group_trends'))];
    }
    const facet = facets.includes(State.get('facet')) ? State.get('facet') : facets[0];
    const groups = this.groups(term, facet);
    return [
      section(say('byGroup'), null, h('div', { class: 'controls' },
        select(say('facet'), facets.map((each) => [each, facetWord(each)]), facet, (value) => State.go({ facet: value })))),
      Filter.region || Filter.kind || !yearsAct() ? wholeCorpus() : null,
      this.bars(term, facet, groups),
      this.multiples(term, facet, groups),
    ];
  },

  /** The groups of a facet with what the years of the filter let through, the largest first. */
  groups(term, facet) {
    return [...periodsByGroup().get(facet).keys()]
      .map((value) => {
        const rows = trendOf(term, { facet, value }).filter((row) => Filter.passesPeriod(row.period));
        return { value, rows, ...total(rows) };
      })
      .filter((group) => group.documents > 0)
      .sort((a, b) => b.tokens - a.tokens || PINYIN.compare(a.value, b.value));
  },

  bars(term, facet, groups) {
    const drawn = groups.slice(0, MOST_BARS);
    const shown = chosenMeasure();
    return [chart({
      name: 'by-group', title: say('eachGroup', facetWord(facet)), note: say(shown.note), height: 50 + 22 * drawn.length,
      sql: this.sql(term, facet, 'value, sum(f) AS f, sum(tokens) AS tokens, sum(df) AS df, sum(documents) AS documents',
        'GROUP BY value ORDER BY tokens DESC'),
      option: () => ({
        grid: { left: 8, right: 64, top: 4, bottom: 8, containLabel: true },
        xAxis: measureAxis({ splitNumber: 4 }),
        yAxis: axis({ type: 'category', inverse: true, data: drawn.map((group) => group.value),
          axisLabel: { color: colour('ink'), fontSize: 12, formatter: (value) => firstOf(value, 14) } }),
        tooltip: tooltip((item) => groupWords(drawn[item.dataIndex].value, drawn[item.dataIndex])),
        series: [{ type: 'bar', barMaxWidth: 12, itemStyle: { color: colour('red') },
          label: { show: true, position: 'right', color: colour('soft'), formatter: (item) => shown.show(shown.of(drawn[item.dataIndex])) },
          data: drawn.map((group) => shown.of(group)) }],
      }),
      onclick: (item) => openSentences(term, null, { facet, value: drawn[item.dataIndex].value }),
      table: {
        rows: groups,
        columns: [
          { title: facetWord(facet), value: (row) => row.value },
          ...linked(measureColumns(), (row) => sentencesButton(row.f, term, null, { facet, value: row.value })),
        ],
      },
    }), drawnOf(drawn.length, groups.length)];
  },

  /** A small picture for each group, all to one scale. */
  multiples(term, facet, groups) {
    const long = groups.filter((group) => group.rows.length >= LEAST_PERIODS);
    const drawn = long.slice(0, MOST_MULTIPLES);
    if (drawn.length === 0) {
      return h('p', { class: 'extent' }, say('noLines', LEAST_PERIODS));
    }
    const shown = chosenMeasure();
    const line = timeline(drawn.flatMap((group) => group.rows));
    const top = roundTop(Math.max(...drawn.flatMap((group) => group.rows.map((row) => shown.of(row) ?? 0))));
    const across = Math.min(drawn.length, innerWidth > 1100 ? 3 : innerWidth > 760 ? 2 : 1);
    const down = Math.ceil(drawn.length / across);
    const tall = 150;
    return [chart({
      name: 'group-trends', title: say('throughTimeByGroup'), note: say(shown.note) + ' ' + say('multiplesNote', LEAST_PERIODS), height: tall * down,
      sql: this.sql(term, facet, '*', 'ORDER BY value, ' + timeColumn()),
      option: () => ({
        title: drawn.map((group, i) => ({ text: plain(firstOf(group.value, 16)), left: (100 * (i % across)) / across + '%',
          top: tall * Math.floor(i / across), textStyle: { color: colour('ink'), fontSize: 13, fontFamily: FONT } })),
        grid: drawn.map((group, i) => ({ left: (100 * (i % across)) / across + 3.5 + '%', width: 100 / across - 6 + '%',
          top: tall * Math.floor(i / across) + 28, height: tall - 62 })),
        xAxis: drawn.map((group, i) => axis({ type: 'category', gridIndex: i, data: line, boundaryGap: false })),
        yAxis: drawn.map((group, i) => measureAxis({ gridIndex: i, min: 0, max: top, splitNumber: 2 })),
        tooltip: tooltip((item) => drawn[item.seriesIndex].value + ' '
          + groupWords(line[item.dataIndex], drawn[item.seriesIndex].rows.find((row) => row.period === line[item.dataIndex]))),
        series: drawn.map((group, i) => trendLine(term, line, group.rows, 'red', { xAxisIndex: i, yAxisIndex: i, symbolSize: 4,
          markArea: burstAreas(burstsOf(term, { facet, value: group.value }), line) })),
      }),
      table: {
        rows: groups.flatMap((group) => group.rows.map((row) => ({ ...row, value: group.value }))), first: 60,
        columns: [
          { title: facetWord(facet), value: (row) => row.value },
          { title: say('period'), value: (row) => row.period },
          ...linked(measureColumns(), (row) => sentencesButton(row.f, term, null, { facet, value: row.value, period: row.period })),
          { title: say('interval') + ' ↓', value: (row) => row.low, isNumber: true, isMeasure: true },
          { title: say('interval') + ' ↑', value: (row) => row.high, isNumber: true, isMeasure: true },
        ],
      },
    }), drawnOf(drawn.length, long.length)];
  },

  sql(term, facet, select, rest) {
    return 'SELECT ' + select + ' FROM ' + stored('trends') + ' WHERE term = ' + sqlText(term) + ' AND facet = ' + sqlText(facet)
      + periodsSql() + ' ' + rest + ';';
  },
};

/** The same columns, the first of which leads to sentences. */
function linked([first, ...others], show) {
  return [{ ...first, show }, ...others];
}

function groupWords(name, row) {
  return name + '\n' + say('uses') + ' ' + count(row.f) + ' / ' + count(row.tokens) + '\n' + say('perMillion') + ' '
    + measure(MEASURES.million.of(row)) + '\n' + say('ofDocuments') + ' ' + count(row.df) + ' / ' + count(row.documents);
}

/** A trend as a line, in a colour of the page. */
function trendLine(name, line, rows, tone, more) {
  const shown = chosenMeasure();
  const at = new Map(rows.map((row) => [row.period, row]));
  return {
    type: 'line', name: plain(name), data: line.map((period) => (at.has(period) ? shown.of(at.get(period)) : null)),
    connectNulls: true, symbol: 'circle', symbolSize: 5, lineStyle: { color: colour(tone), width: 2 }, itemStyle: { color: colour(tone) },
    ...more,
  };
}

/** The next number of one digit and zeros. */
function roundTop(value) {
  const step = 10 ** Math.floor(Math.log10(value || 1));
  return Math.ceil((value || 1) / step) * step;
}

/** Bursts as shaded spans of the periods that are drawn. */
function burstAreas(bursts, line) {
  // Of years and months some may lie before or behind those that are drawn; other periods go by their place in the line.
  const areTexts = line.every(hasYear);
  const spans = bursts.map(({ period_from: from, period_to: to }) => (areTexts
    ? [from < line[0] ? line[0] : from, to > line.at(-1) ? line.at(-1) : to] : [from, to]))
    .filter(([from, to]) => (areTexts ? from <= to : line.includes(from) && line.includes(to)));
  return { silent: true, itemStyle: { color: colour('gold'), opacity: 0.18 },
    data: spans.map(([from, to]) => [{ xAxis: from }, { xAxis: to }]) };
}

function facetWord(facet) {
  const words = { region: 'place', year: 'year', period: 'period', doc_type: 'kind' };
  return words[facet] ? say(words[facet]) : facet;
}
