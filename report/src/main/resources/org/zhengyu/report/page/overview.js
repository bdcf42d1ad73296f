// The corpus: what was read, where it comes from, and what is missing.

const Overview = {
  name: 'overview',
  filters: true,
  asks: () => say('overviewAsks'),

  draw() {
    const manifest = Data.about.manifest;
    const total = Filter.total();
    const documents = manifest.documents ?? {};
    return [
      h('div', { class: 'keys' },
        figureOf(count(total.documents), say('documents')),
        figureOf(count(total.tokens), say('tokens')),
        Filter.isActive() ? null : [
          figureOf(count(manifest.totals?.sentences), say('sentences')),
          figureOf(count(manifest.totals?.types), say('types')),
          figureOf(count(manifest.lexicon?.found), say('phrasesFound'), say('ofPhrases', count(manifest.lexicon?.phrases))),
          figureOf(count(documents.rejected), say('rejected')),
          figureOf(count(documents.duplicated), say('repeated'))]),
      years().length ? this.coverage() : h('p', { class: 'warning' }, say('noYears')),
      this.reading(),
      this.rejections(),
      this.list(),
    ];
  },

  coverage() {
    const cells = new Map();
    for (const group of rowsOf('groups')) {
      if (Filter.passes(group) && group.year !== null) {
        const key = JSON.stringify([group.region, group.year]);
        const cell = cells.get(key) ?? { region: group.region, year: group.year, documents: 0, tokens: 0 };
        cell.documents += group.documents;
        cell.tokens += group.tokens;
        cells.set(key, cell);
      }
    }
    const rows = [...cells.values()];
    return heatmap({
      name: 'coverage',
      title: say('coverage'),
      note: say('coverageNote'),
      rows,
      sql: 'SELECT region, year, count(*) AS documents, sum(tokens) AS tokens FROM ' + stored('documents') + ' WHERE ' + documentsWhere()
        + ' GROUP BY region, year ORDER BY region, year;',
      value: (row) => row.documents,
      columns: [
        { title: say('documents'), value: (row) => row.documents, isNumber: true },
        { title: say('tokens'), value: (row) => row.tokens, isNumber: true },
      ],
      onclick: (row) => State.go({ region: row.region ?? '–', from: row.year, to: row.year }),
    });
  },

  reading() {
    const rows = rowsOf('encodings');
    return rows.length === 0 ? null : section(say('encodings'), null, dataTable({
      name: 'encodings', caption: say('encodings'), rows,
      sql: 'SELECT encoding, encoding_source, count(*) AS documents FROM ' + stored('documents') + ' GROUP BY encoding, encoding_source;',
      columns: [
        { title: say('encoding'), value: (row) => row.encoding },
        { title: say('encodingSource'), value: (row) => row.encoding_source },
        { title: say('documents'), value: (row) => row.documents, isNumber: true },
      ],
    }));
  },

  rejections() {
    const reasons = rowsOf('reasons');
    if (reasons.length === 0) {
      return section(say('rejections'), null, h('p', null, say('rejectedNone')));
    }
    return section(say('rejections'), null,
      dataTable({
        name: 'reasons', caption: say('rejections'), rows: reasons,
        sql: 'SELECT reason, count(*) AS documents FROM ' + stored('rejections') + ' GROUP BY reason ORDER BY reason;',
        columns: [
          { title: say('reason'), value: (row) => row.reason },
          { title: say('documents'), value: (row) => row.documents, isNumber: true },
        ],
      }),
      dataTable({
        name: 'rejections', caption: say('rejections'), rows: rowsOf('rejections'), first: 10, sql: tableSql('rejections'),
        columns: [
          { title: say('file'), value: (row) => row.uri },
          { title: say('reason'), value: (row) => row.reason },
          { title: say('detail'), value: (row) => row.detail },
        ],
      }),
      extent('rejections'));
  },

  list() {
    const rows = rowsOf('documents').filter((row) => Filter.passes(row))
      .sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || String(a.date).localeCompare(String(b.date)));
    return section(say('documentList'), null, dataTable({
      name: 'documents', caption: say('documentList'), rows, first: 20,
      sql: tableSql('documents', 'WHERE ' + (restrictions().join(' AND ') || 'true') + ' ORDER BY year, date'),
      columns: [
        { title: say('document'), value: (row) => row.doc_id },
        { title: say('docTitle'), value: (row) => row.title },
        { title: say('year'), value: (row) => row.year, show: (row) => own(row.year) },
        { title: say('date'), value: (row) => row.date, show: (row) => own(days(row.date, row.date_last)), isTight: true },
        { title: say('place'), value: (row) => row.region, isTight: true },
        { title: say('kind'), value: (row) => row.doc_type, isTight: true },
        { title: say('chars'), value: (row) => row.chars, isNumber: true, hint: meaning('documents', 'chars') },
        { title: say('tokens'), value: (row) => row.tokens, isNumber: true, hint: meaning('documents', 'tokens') },
        { title: say('duplicateOf'), value: (row) => row.duplicate_of },
      ],
    }), extent('documents'));
  },
};

/** More places than these make a picture that nobody reads. */
const MOST_PLACES = 40;

/** Places down, years across: a field for each pair that has documents. */
function heatmap({ name, title, note, rows, value, label, words, order, columns, onclick, sql }) {
  const placeNames = (order ?? regions()).filter((region) => rows.some((row) => row.region === region));
  if (rows.some((row) => row.region === null)) {
    placeNames.push(null);
  }
  const shown = placeNames.slice(0, MOST_PLACES);
  const allYears = years().filter((year) => Filter.passesYear(year));
  const top = rows.reduce((most, row) => Math.max(most, value(row)), 0);
  const text = (region) => region ?? say('unknownPlace');
  const points = rows.filter((row) => shown.includes(row.region));
  return [chart({
    name, title, note, onclick: (item) => item.data?.row && onclick(item.data.row), sql,
    height: 70 + 26 * shown.length,
    option: () => ({
      grid: { left: 8, right: 8, top: 8, bottom: 30, containLabel: true },
      xAxis: axis({ type: 'category', data: allYears.map(String), splitArea: { show: false } }),
      yAxis: axis({ type: 'category', data: shown.map(text), inverse: true }),
      visualMap: { show: false, min: 0, max: top > 1 ? Math.max(top, 3) : 1.5, dimension: 2,
        inRange: { color: [colour('heat0'), colour('heat1'), colour('heat2')] } },
      tooltip: tooltip((item) => (words ?? ((row) => text(row.region) + ' ' + row.year + '\n'
        + columns.map((column) => column.title + ' ' + count(column.value(row))).join('\n')))(item.data.row)),
      series: [{
        type: 'heatmap',
        data: points.map((row) => ({ value: [String(row.year), text(row.region), value(row)], row })),
        label: { show: allYears.length <= 24, fontSize: 11, formatter: (item) => (label ?? ((row) => count(value(row))))(item.data.row),
          color: colour('ink') },
        itemStyle: { borderColor: colour('paper'), borderWidth: 1 },
      }],
    }),
    table: {
      rows,
      columns: [
        { title: say('place'), value: (row) => row.region },
        { title: say('year'), value: (row) => row.year, show: (row) => own(row.year) },
        ...columns,
      ],
    },
  }), drawnOf(shown.length, placeNames.length)];
}
