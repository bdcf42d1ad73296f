// The page of one term: when, where, how written, and in what company.

const PhraseView = {
  name: 'phrase',
  filters: true,
  asks: () => say('phraseAsks', chosenTerm()),

  draw() {
    const term = chosenTerm();
    const phrase = phrasesByName().get(term);
    return [
      this.head(term, phrase),
      h('div', { class: 'controls' }, measurePicker()),
      this.throughTime(term, phrase),
      ByGroup.sections(term),
      this.neighbours(term),
      phrase ? this.documents(term) : null,
      phrase ? this.forms(term) : null,
      phrase ? section(say('concordance'), null, Concordance.lines(term)) : null,
    ];
  },

  head(term, phrase) {
    const pin = h('a', { class: 'button', href: State.link('compare', { term, other: State.get('other') }) }, say('pin'));
    if (!phrase) {
      const row = termsByName().get(term);
      return h('div', null, h('p', { class: 'note' }, own(say('notAPhrase', term))),
        h('div', { class: 'keys' },
          row ? figureOf(count(frequency(row)), say('occurrences')) : null,
          row ? figureOf(count(row.df), say('ofDocuments')) : null),
        h('p', null, button(say('sentencesOf', term), () => openSentences(term)), ' ', pin));
    }
    const here = Filter.isActive() ? Filter.ofPhrase(phrase.number) : { uses: usesOf(phrase), documents: phrase.df };
    const total = Filter.total();
    return h('div', null,
      h('div', { class: 'keys' },
        figureOf(sentencesButton(here.uses, term), say('uses')),
        figureOf(count(here.documents), say('ofDocuments')),
        figureOf(measure(total.tokens ? here.uses * 1e6 / total.tokens : null), say('perMillion')),
        figureOf(percent(total.documents ? here.documents / total.documents : null), say('shareOfDocuments')),
        figureOf(firstUse(phrase) ?? '–', say('firstUse')),
        phrase.since ? figureOf(String(phrase.since), say('since')) : null),
      h('p', null, phrase.category ? [say('category') + ' ', own(phrase.category), ' · '] : null,
        ledgerBar(phrase, phrase.literal), ' ', ledgerWords(phrase), ' ', pin),
      ledgerLegend(), wholeCorpus() ? h('p', { class: 'extent' }, say('headWhole')) : null);
  },

  /** The trend as the filter lets it through; where the tables do not tell of such a group, what the page counts by year. */
  throughTime(term, phrase) {
    const { rows, group, acts } = filteredTrend(term);
    if (!acts && phrase && Filter.isActive()) {
      return [this.byYear(term, phrase), wholeCorpus(), this.bursts(term, null)];
    }
    return [this.trend(term, rows, group), acts ? null : wholeCorpus(), this.bursts(term, group)];
  },

  trend(term, rows, group) {
    if (rows.length < 2) {
      return section(say('trend'), null, h('p', null, say('onePeriod')));
    }
    const line = timeline(rows);
    const at = new Map(rows.map((row) => [row.period, row]));
    const shown = chosenMeasure();
    return chart({
      name: 'trend', title: group ? say('trend') + ' ' + group.value : say('trend'),
      note: say(shown.note) + ' ' + (shown === MEASURES.million ? say('trendNote') : say('burstsShaded')), height: 300,
      sql: tableSql('trends', 'WHERE term = ' + sqlText(term) + (hasColumn('trends', 'facet')
        ? ' AND facet = ' + sqlText(group?.facet ?? 'corpus') + (group ? ' AND value = ' + sqlText(group.value) : '') : '')
        + ' ORDER BY ' + timeColumn()),
      option: () => ({
        grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'category', data: line, boundaryGap: false }),
        yAxis: measureAxis({ name: say(shown.word), nameLocation: 'end', nameTextStyle: { align: 'left', color: colour('soft') } }),
        tooltip: { ...tooltip((items) => {
          const row = at.get(items[0].axisValue);
          return row ? groupWords(row.period, row) + '\n' + say('interval') + ' ' + measure(row.low) + ' – ' + measure(row.high)
            : items[0].axisValue;
        }), trigger: 'axis' },
        series: [
          { type: 'custom', silent: true, encode: { x: 0, y: [1, 2] }, renderItem: whisker, tooltip: { show: false },
            data: shown === MEASURES.million ? rows.filter((row) => row.f > 0 && Number.isFinite(row.low))
              .map((row) => [row.period, row.low, row.high]) : [] },
          trendLine(term, line, rows, 'red', { markArea: burstAreas(burstsOf(term, group), line) }),
        ],
      }),
      table: {
        rows, first: 200,
        columns: [
          { title: say('period'), value: (row) => row.period },
          { title: say('occurrences'), value: (row) => row.f, isNumber: true, hint: meaning('trends', 'f') || meaning('trends', 'tf'),
            show: (row) => sentencesButton(row.f, term, null, { ...group, period: row.period }) },
          { title: say('ofDocuments'), value: (row) => row.df, isNumber: true, hint: meaning('trends', 'df') },
          { title: say('perMillion'), value: MEASURES.million.of, isNumber: true, isMeasure: true },
          { title: say('interval') + ' ↓', value: (row) => row.low, isNumber: true, isMeasure: true },
          { title: say('interval') + ' ↑', value: (row) => row.high, isNumber: true, isMeasure: true },
          { title: say('shareOfDocuments'), value: MEASURES.share.of, isNumber: true, show: (row) => percent(MEASURES.share.of(row)) },
        ],
      },
    });
  },

  byYear(term, phrase) {
    const uses = Filter.uses('year').get(phrase.number) ?? new Map();
    const totals = Filter.totals('year');
    const shown = chosenMeasure();
    const rows = years().filter((year) => totals.has(year)).map((year) => ({
      year, f: uses.get(year)?.uses ?? 0, df: uses.get(year)?.documents ?? 0, ...totals.get(year),
    }));
    return rows.length === 0 ? null : chart({
      name: 'uses-by-year', title: say('usesByYear'), note: say(shown.note) + ' ' + say('usesByYearNote'), height: 240,
      sql: usesSql('year, count(*) AS uses, count(DISTINCT doc_id) AS documents', [term], 'GROUP BY year ORDER BY year'),
      option: () => ({
        grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'category', data: years().map(String) }),
        yAxis: measureAxis(),
        tooltip: tooltip(({ data: { row } }) => groupWords(String(row.year), row)),
        series: [{ type: 'bar', data: rows.map((row) => ({ value: [String(row.year), shown.of(row)], row })), itemStyle: { color: colour('red') }, barMaxWidth: 26 }],
      }),
      onclick: (item) => State.go({ from: item.name, to: item.name }),
      table: {
        rows, first: 200,
        columns: [
          { title: say('year'), value: (row) => row.year, show: (row) => own(row.year) },
          ...linked(measureColumns(), (row) => sentencesButton(row.f, term, null, { period: String(row.year) })),
        ],
      },
    });
  },

  bursts(term, group) {
    const rows = burstsOf(term, group);
    return rows.length === 0 ? null : section(say('bursts'), null, dataTable({
      name: 'bursts', caption: say('bursts'), rows,
      sql: tableSql('bursts', 'WHERE term = ' + sqlText(term) + (hasColumn('bursts', 'facet')
        ? ' AND facet = ' + sqlText(group?.facet ?? 'corpus') + (group ? ' AND value = ' + sqlText(group.value) : '') : '')),
      columns: [
        { title: say('from'), value: (row) => row.period_from },
        { title: say('to'), value: (row) => row.period_to },
        { title: say('weight'), value: (row) => row.weight, isNumber: true, isMeasure: true, hint: meaning('bursts', 'weight') },
        { title: say('steepness'), value: (row) => row.steepness, isNumber: true, isMeasure: true, hint: meaning('bursts', 'steepness') },
      ],
    }));
  },

  neighbours(term) {
    const units = unitsWith(term);
    if (units.length === 0) {
      return null;
    }
    const unit = units.includes(State.get('unit')) ? State.get('unit') : units[0];
    const rows = neighboursOf(term, unit).slice(0, 30);
    return [
      units.length > 1 ? h('div', { class: 'controls' }, select(say('unit'), units.map((each) => [each, unitWord(each)]), unit,
        (value) => State.go({ unit: value }))) : null,
      rows.length === 0 ? section(say('neighbours'), null) : chart({
        name: 'neighbours', title: say('neighbours'), note: say('neighboursNote', unitWord(unit)),
        height: 60 + 20 * Math.min(rows.length, 20),
        sql: tableSql('cooccurrences', 'WHERE unit = ' + sqlText(unit) + rankedPairsSql() + ' AND ' + sqlText(term)
          + ' IN (term_a, term_b) ORDER BY g2 DESC'),
        option: () => ({
          grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
          xAxis: axis({ type: 'value', show: false }),
          yAxis: axis({ type: 'category', inverse: true, data: rows.slice(0, 20).map((row) => row.other),
            axisLabel: { color: colour('ink'), fontSize: 13 } }),
          tooltip: tooltip((item) => neighbourWords(rows[item.dataIndex])),
          series: [{ type: 'bar', barMaxWidth: 12, itemStyle: { color: colour('blue') },
            label: { show: true, position: 'right', color: colour('soft'), formatter: (item) => count(rows[item.dataIndex].o11) },
            data: rows.slice(0, 20).map((row) => row.g2 ?? row.o11) }],
        }),
        onclick: (item) => openSentences(term, rows[item.dataIndex].other),
        table: {
          rows, first: 30,
          columns: [
            { title: say('term'), value: (row) => row.other, show: (row) => termLink(row.other) },
            { title: say('together'), value: (row) => row.o11, isNumber: true, hint: meaning('cooccurrences', 'o11'),
              show: (row) => sentencesButton(row.o11, term, row.other) },
            { title: 'G²', value: (row) => row.g2, isNumber: true, isMeasure: true, hint: meaning('cooccurrences', 'g2') },
            { title: 'logDice', value: (row) => row.log_dice, isNumber: true, isMeasure: true, hint: meaning('cooccurrences', 'log_dice') },
            { title: 'PMI', value: (row) => row.pmi, isNumber: true, isMeasure: true, hint: meaning('cooccurrences', 'pmi') },
          ],
        },
      }),
      neighboursLeftOut([term], unit),
      wholeCorpus(),
    ];
  },

  documents(term) {
    const rows = (documentsByPhrase().get(term) ?? [])
      .filter((row) => Filter.passesDocument(row.doc_id))
      .map((row) => ({ ...row, document: documentsById().get(row.doc_id) }))
      .sort((a, b) => b.uses - a.uses);
    return rows.length === 0 ? null : section(say('inDocuments'), null, dataTable({
      name: 'uses-by-document', caption: say('inDocuments'), rows, first: 15,
      sql: usesSql('doc_id, title, year, region, count(*) AS uses', [term], 'GROUP BY ALL ORDER BY uses DESC'),
      columns: [
        { title: say('document'), value: (row) => row.doc_id },
        { title: say('docTitle'), value: (row) => row.document?.title },
        { title: say('year'), value: (row) => row.document?.year, show: (row) => own(row.document?.year) },
        { title: say('place'), value: (row) => row.document?.region },
        { title: say('uses'), value: (row) => row.uses, isNumber: true },
        { title: say('perMillion'), value: (row) => (row.document?.tokens ? row.uses * 1e6 / row.document.tokens : null),
          isNumber: true, isMeasure: true },
      ],
    }), extent('uses_by_document'));
  },

  /** As the lexicon has it, and as it is written in the whole corpus. */
  forms(term) {
    const rows = formsByPhrase().get(term) ?? [];
    const variants = phrasesByName().get(term).variants;
    return rows.length < 2 && !variants ? null : section(say('forms'),
      variants ? [say('variants') + ' ', own(variants.replaceAll('|', ' | '))] : null, dataTable({
        name: 'forms', caption: say('forms'), rows,
        sql: 'SELECT form, count(*) AS uses FROM ' + stored('phrase_occurrences') + ' WHERE phrase = ' + sqlText(term)
          + (hasColumn('phrase_occurrences', 'is_use') ? ' AND is_use' : ' AND status = \'token\'') + ' GROUP BY form ORDER BY uses DESC;',
        columns: [
          { title: say('form'), value: (row) => row.form },
          { title: say('uses'), value: (row) => row.uses, isNumber: true },
        ],
      }), wholeCorpus(), extent('forms'));
  },
};

/** The interval of a period, as a bar behind its point. */
function whisker(params, api) {
  const [x, low] = api.coord([api.value(0), api.value(1)]);
  const [, high] = api.coord([api.value(0), api.value(2)]);
  return { type: 'line', shape: { x1: x, y1: low, x2: x, y2: high },
    style: { stroke: colour('red'), lineWidth: 5, opacity: 0.22 } };
}

function unitWord(unit) {
  return WORDS[unit] ? say(unit) : unit === 'document' ? say('document') : unit;
}

/** The units in which a term has neighbours, those of which none is listed last. */
function unitsWith(term) {
  return [...new Set([...(pairsByTerm().get(term) ?? []), ...rowsOf('pairs_left_out').filter((row) => row.term === term)]
    .map((row) => row.unit))];
}

/** How many neighbours of each of these terms are not listed, and where they are; nothing where all may be. */
function neighboursLeftOut(terms, unit) {
  return terms.filter((term) => pairsLeftOut()(term, unit) > 0).map((term) => h('p', { class: 'extent' },
    own(say('neighboursLeftOut', term, count(pairsLeftOut()(term, unit)), unitWord(unit)))));
}

/** The listed neighbours of a term in a unit, the strongest first. */
function neighboursOf(term, unit) {
  return (pairsByTerm().get(term) ?? [])
    .filter((row) => row.unit === unit)
    .map((row) => ({ ...row, other: row.term_a === term ? row.term_b : row.term_a }))
    .sort((a, b) => (b.g2 ?? b.o11) - (a.g2 ?? a.o11));
}

function neighbourWords(row) {
  return row.other + '\n' + say('together') + ' ' + count(row.o11) + '\nG² ' + measure(row.g2) + '\nlogDice ' + measure(row.log_dice);
}
