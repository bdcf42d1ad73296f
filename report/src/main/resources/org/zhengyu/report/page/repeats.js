// What repeats: whose text is whose, from whom to whom, and the passages that are said again.

const MOST_COPIES = 40;

const KINDS_OF_TEXT = { copied: 'red', adapted: 'gold', own: 'grey' };

const RepeatsView = {
  name: 'repeats',
  filters: () => Data.tables.has('reuse') || Data.tables.has('lineage'),
  asks: () => say('repeatsAsks'),

  draw() {
    const missing = ['passages', 'passage_occurrences', 'lineage', 'reuse'].filter((name) => !Data.tables.has(name));
    return [
      missing.length ? h('p', { class: 'extent' }, say('repeatsNeed', missing.map((name) => '+' + name).join(','))) : null,
      Data.tables.has('reuse') ? [this.legend(), this.byYear(), this.byDocument()] : null,
      Data.tables.has('lineage') ? [this.byPlace(), this.lineage()] : null,
      Data.tables.has('passages') ? this.passages() : null,
    ];
  },

  legend() {
    return h('p', { class: 'legend' }, Object.keys(KINDS_OF_TEXT).map((kind) => legendMark(kind, say(kind + 'Text'))));
  },

  byYear() {
    const groups = rowsOf('groups');
    const sums = new Map();
    for (const row of rowsOf('reuse_by_group')) {
      const group = groups[row.group_number];
      if (group.year !== null && Filter.passes(group)) {
        const sum = sums.get(group.year) ?? { year: group.year, documents: 0, tokens: 0, copied: 0, unsourced: 0, adapted: 0, own: 0 };
        Object.keys(sum).filter((key) => key !== 'year').forEach((key) => { sum[key] += row[key]; });
        sums.set(group.year, sum);
      }
    }
    const rows = [...sums.values()].sort((a, b) => a.year - b.year);
    return rows.length < 2 ? null : chart({
      name: 'reuse-by-year', title: say('reuseByYear'), note: say('reuseNote'), height: 260,
      sql: 'SELECT year, count(*) AS documents, sum(r.tokens) AS tokens, sum(copied) AS copied, sum(unsourced) AS unsourced, sum(adapted)'
        + ' AS adapted, sum(own) AS own FROM ' + stored('reuse') + ' r JOIN ' + stored('documents') + ' USING (doc_id) WHERE '
        + documentsWhere() + ' AND copied IS NOT NULL GROUP BY year ORDER BY year;',
      option: () => ({
        grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'category', data: timeline(rows.map((row) => ({ period: String(row.year) }))) }),
        yAxis: shareAxis(),
        tooltip: tooltip((item) => reuseWords(String(item.data.row.year), item.data.row)),
        series: Object.keys(KINDS_OF_TEXT).map((kind) => ({ type: 'bar', stack: 'text', barMaxWidth: 26,
          itemStyle: { color: colour(KINDS_OF_TEXT[kind]) },
          data: rows.map((row) => ({ value: [String(row.year), row[kind] / row.tokens], row })) })),
      }),
      onclick: (item) => State.go({ from: item.data.row.year, to: item.data.row.year }),
      table: {
        rows, first: 200,
        columns: [{ title: say('year'), value: (row) => row.year, show: (row) => own(row.year) },
          { title: say('documents'), value: (row) => row.documents, isNumber: true }, ...reuseColumns()],
      },
    });
  },

  byDocument() {
    const rows = rowsOf('reuse').filter((row) => Filter.passesDocument(row.doc_id))
      .map((row) => ({ ...row, document: documentsById().get(row.doc_id) }));
    const drawn = rows.slice(0, MOST_COPIES);
    const name = (row) => [row.document?.year, row.document?.region].filter(Boolean).join(' ') || row.doc_id;
    return rows.length === 0 ? h('p', null, say('reuseNone')) : [chart({
      name: 'reuse', title: say('reuseByDocument'), note: say('reuseNote'), height: 40 + 18 * drawn.length,
      sql: 'SELECT r.* FROM ' + stored('reuse') + ' r JOIN ' + stored('documents') + ' USING (doc_id) WHERE ' + documentsWhere()
        + ' ORDER BY copied_share DESC;',
      option: () => ({
        grid: { left: 8, right: 24, top: 20, bottom: 4, containLabel: true },
        xAxis: shareAxis({ position: 'top' }),
        yAxis: axis({ type: 'category', inverse: true, data: drawn.map((row) => row.doc_id), axisLabel: { color: colour('ink'), fontSize: 11,
          interval: 0, formatter: (id, i) => firstOf(name(drawn[i]), 18) } }),
        tooltip: tooltip((item) => reuseWords(drawn[item.dataIndex].document?.title ?? drawn[item.dataIndex].doc_id, drawn[item.dataIndex])),
        series: Object.keys(KINDS_OF_TEXT).map((kind) => ({ type: 'bar', stack: 'text', barMaxWidth: 12,
          itemStyle: { color: colour(KINDS_OF_TEXT[kind]) }, data: drawn.map((row) => row[kind] / row.tokens) })),
      }),
      table: {
        rows, first: 40,
        columns: [...documentColumns((row) => row.document, (row) => row.doc_id), ...reuseColumns()],
      },
    }), drawnOf(drawn.length, rows.length), extent('reuse')];
  },

  /** Who has how much from whom, place by place. */
  byPlace() {
    const rows = rowsOf('lineage_by_place');
    const order = (key) => [...new Set(rows.map((row) => row[key]))].map((place) => ({ place,
      tokens: rows.reduce((sum, row) => sum + (row[key] === place ? row.tokens : 0), 0) }))
      .sort((a, b) => b.tokens - a.tokens || PINYIN.compare(a.place, b.place)).map(({ place }) => place);
    const [sources, targets] = [order('source_region'), order('target_region')];
    if (sources.length < 2 && targets.length < 2) {
      return null;
    }
    const [across, down] = [sources.slice(0, MOST_PLACES), targets.slice(0, MOST_PLACES)];
    const drawn = rows.filter((row) => across.includes(row.source_region) && down.includes(row.target_region));
    const top = Math.log1p(rows.reduce((most, row) => Math.max(most, row.tokens), 1));
    return [chart({
      name: 'lineage-by-place', title: say('fromWhomToWhom'), note: say('fromWhomNote'), height: 110 + 22 * down.length,
      sql: 'SELECT a.region AS source_region, b.region AS target_region, count(*) AS pairs, sum(l.tokens) AS tokens FROM '
        + stored('lineage') + ' l JOIN ' + stored('documents') + ' a ON a.doc_id = source_doc_id JOIN ' + stored('documents')
        + ' b ON b.doc_id = target_doc_id WHERE a.region IS NOT NULL AND b.region IS NOT NULL GROUP BY ALL ORDER BY tokens DESC;',
      option: () => ({
        grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
        xAxis: axis({ type: 'category', data: across, position: 'top', axisLabel: { color: colour('ink'), fontSize: 11, interval: 0,
          rotate: across.length > 6 ? 60 : 0, formatter: (place) => firstOf(place, 8) } }),
        yAxis: axis({ type: 'category', inverse: true, data: down, axisLabel: { color: colour('ink'), fontSize: 12, interval: 0,
          formatter: (place) => firstOf(place, 12) } }),
        visualMap: { show: false, min: 0, max: top, dimension: 2, inRange: { color: [colour('heat0'), colour('heat1'), colour('heat2')] } },
        tooltip: tooltip(({ data: { row } }) => row.source_region + ' → ' + row.target_region + '\n' + say('tokens') + ' ' + count(row.tokens)
          + '\n' + say('pairsOfDocuments') + ' ' + count(row.pairs)),
        series: [{ type: 'heatmap', itemStyle: { borderColor: colour('paper'), borderWidth: 1 },
          data: drawn.map((row) => ({ value: [row.source_region, row.target_region, Math.log1p(row.tokens)], row })) }],
      }),
      table: {
        rows, first: 60,
        columns: [
          { title: say('fromPlace'), value: (row) => row.source_region },
          { title: say('toPlace'), value: (row) => row.target_region },
          { title: say('tokens'), value: (row) => row.tokens, isNumber: true },
          { title: say('pairsOfDocuments'), value: (row) => row.pairs, isNumber: true },
        ],
      },
    }), drawnOf(drawn.length, rows.length), wholeCorpus(), extent('lineage_by_place')];
  },

  lineage() {
    const rows = rowsOf('lineage').filter((row) => Filter.passesDocument(row.target_doc_id)).map((row) => ({ ...row,
      source: documentsById().get(row.source_doc_id), target: documentsById().get(row.target_doc_id) }));
    return rows.length === 0 ? h('p', null, say('lineageNone')) : section(say('lineage'), say('lineageNote'), dataTable({
      name: 'lineage', caption: say('lineage'), rows, first: 25,
      sql: tableSql('lineage', 'WHERE true' + ofDocuments().replace('doc_id IN', 'target_doc_id IN') + ' ORDER BY tokens DESC'),
      columns: [
        { title: say('later'), value: (row) => row.target_doc_id, show: (row) => documentName(row.target, row.target_doc_id) },
        { title: say('earlier'), value: (row) => row.source_doc_id, show: (row) => documentName(row.source, row.source_doc_id) },
        { title: say('tokens'), value: (row) => row.tokens, isNumber: true, hint: meaning('lineage', 'tokens') },
        { title: say('passages'), value: (row) => row.passages, isNumber: true, hint: meaning('lineage', 'passages') },
        { title: say('longest'), value: (row) => row.longest, isNumber: true, hint: meaning('lineage', 'longest') },
        { title: say('daysLater'), value: (row) => row.lag_days, isNumber: true, hint: meaning('lineage', 'lag_days') },
        { title: say('direction'), value: (row) => row.direction, hint: meaning('lineage', 'direction'),
          show: (row) => own(valueWord(row.direction)) },
      ],
    }), extent('lineage'));
  },

  passages() {
    const rows = rowsOf('passages');
    return rows.length === 0 ? h('p', null, say('passagesNone')) : section(say('passagesTitle'), say('passagesNote'), wholeCorpus(), dataTable({
      name: 'passages', caption: say('passagesTitle'), rows, first: 25,
      sql: tableSql('passages', 'ORDER BY tokens * (documents - 1) DESC'),
      columns: [
        { title: say('passage'), value: (row) => row.example, hint: meaning('passages', 'example') },
        { title: say('words'), value: (row) => row.tokens, isNumber: true, hint: meaning('passages', 'tokens') },
        { title: say('ofDocuments'), value: (row) => row.documents, isNumber: true, hint: meaning('passages', 'documents'),
          show: (row) => button(count(row.documents), () => openPassage(row), { class: 'link',
            'aria-label': count(row.documents) + ', ' + say('placesOf', firstOf(row.example, 12)) }) },
        { title: say('occurrences'), value: (row) => row.occurrences, isNumber: true, hint: meaning('passages', 'occurrences') },
        { title: say('firstUse'), value: (row) => days(row.first_date, row.first_date_last), isTight: true,
          show: (row) => (row.first_date ? showFirstUse(row) : '–') },
        { title: say('document'), value: (row) => row.first_doc_id, show: (row) => documentName(documentsById().get(row.first_doc_id), row.first_doc_id) },
      ],
    }), extent('passages'));
  },
};

const placesByPassage = once(() => groupBy(rowsOf('passage_occurrences'), 'passage_id'));

/** Where a passage stands, the earliest document first. */
function openPassage(passage) {
  const places = (placesByPassage().get(passage.passage_id) ?? []).map((row) => ({ ...row, document: documentsById().get(row.doc_id) }))
    .sort((a, b) => String(a.document?.date ?? a.document?.year ?? '9999').localeCompare(String(b.document?.date ?? b.document?.year ?? '9999'))
      || PINYIN.compare(a.doc_id, b.doc_id) || a.begin_offset - b.begin_offset);
  const where = 'WHERE passage_id = ' + sqlText(passage.passage_id);
  openDialog(say('placesOf', firstOf(passage.example, 12) + '…'),
    h('blockquote', null, own(passage.example)),
    h('p', { class: 'note' }, say('placesHere', count(places.length), count(passage.occurrences))),
    places.length === 0 ? null : dataTable({
      name: 'places-of-passage', caption: say('passage'), rows: places, first: 100,
      sql: tableSql('passage_occurrences', where),
      columns: [...documentColumns((row) => row.document, (row) => row.doc_id),
        { title: say('beginOffset'), value: (row) => row.begin_offset, isNumber: true },
        { title: say('endOffset'), value: (row) => row.end_offset, isNumber: true }],
    }),
    isStored('sentences') && isStored('passage_occurrences') ? sqlBlock('SELECT doc_id, text FROM ' + stored('sentences') + ' s JOIN (SELECT * FROM '
      + stored('passage_occurrences') + ' ' + where + ') p USING (doc_id) WHERE s.begin_offset < p.end_offset AND s.end_offset > p.begin_offset;') : null);
}

/** A document by what a reader knows it by. */
function documentName(document, docId) {
  return own([document?.year, document?.title].filter(Boolean).join(' ') || docId);
}

function documentColumns(document, docId) {
  return [
    { title: say('document'), value: docId },
    { title: say('docTitle'), value: (row) => document(row)?.title },
    { title: say('year'), value: (row) => document(row)?.year, show: (row) => own(document(row)?.year) },
    { title: say('place'), value: (row) => document(row)?.region },
  ];
}

function reuseColumns() {
  return [
    { title: say('tokens'), value: (row) => row.tokens, isNumber: true },
    ...Object.keys(KINDS_OF_TEXT).flatMap((kind) => [
      { title: say(kind + 'Text'), value: (row) => row[kind], isNumber: true, hint: meaning('reuse', kind) },
      { title: say(kind + 'Text') + ' %', value: (row) => (row.tokens ? row[kind] / row.tokens : null), isNumber: true,
        show: (row) => percent(row.tokens ? row[kind] / row.tokens : null) }]),
    { title: say('unsourced'), value: (row) => row.unsourced, isNumber: true, hint: meaning('reuse', 'unsourced') },
  ];
}

function reuseWords(name, row) {
  return name + '\n' + Object.keys(KINDS_OF_TEXT).map((kind) => say(kind + 'Text') + ' ' + count(row[kind]) + ' (' + percent(row[kind] / row.tokens) + ')')
    .join('\n');
}

function shareAxis(more) {
  return axis({ type: 'value', min: 0, max: 1, axisLabel: { color: colour('soft'), fontSize: 12,
    formatter: (value) => Math.round(100 * value) + '%' }, ...more });
}
