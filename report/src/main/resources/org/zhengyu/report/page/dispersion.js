// Dispersion: where in each document a phrase stands.

const DispersionView = {
  name: 'dispersion',
  filters: true,
  asks: () => say('dispersionAsks', chosenTerm()),

  draw() {
    const term = chosenTerm();
    const places = (placesByPhrase().get(term) ?? [])
      .filter((row) => Filter.passesDocument(row.doc_id) && documentsById().get(row.doc_id)?.chars > 0);
    if (places.length === 0) {
      return [phrasePicker(term), h('p', null, say('noData'))];
    }
    const byDocument = groupBy(places, 'doc_id');
    const documents = [...byDocument.keys()].map((id) => documentsById().get(id))
      .sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || String(a.date).localeCompare(String(b.date))
        || PINYIN.compare(a.doc_id, b.doc_id));
    const shown = documents.slice(0, 80);
    const name = (row) => [row.year, row.region].filter(Boolean).join(' ') || row.doc_id;
    const rows = documents.map((row) => ({ document: row, uses: byDocument.get(row.doc_id).length }));
    return [
      phrasePicker(term),
      chart({
        name: 'dispersion', title: own(term).textContent, note: say('dispersionNote'), height: 60 + 16 * shown.length,
        sql: usesSql('doc_id, begin_offset, begin_offset / chars AS place', [term], 'ORDER BY year, date, doc_id, begin_offset'),
        option: () => ({
          grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
          xAxis: axis({ type: 'value', min: 0, max: 1, position: 'top',
            axisLabel: { color: colour('soft'), formatter: (value) => Math.round(100 * value) + '%' } }),
          yAxis: axis({ type: 'category', inverse: true, data: shown.map((row) => row.doc_id),
            axisLabel: { color: colour('ink'), fontSize: 11, interval: 0, formatter: (id) => firstOf(name(documentsById().get(id)), 18) } }),
          tooltip: tooltip((item) => (shown[item.value[1]].title ?? shown[item.value[1]].doc_id) + '\n' + name(shown[item.value[1]])
            + '\n' + (100 * item.value[0]).toFixed(1) + '%'),
          series: [{
            type: 'scatter', symbol: 'rect', symbolSize: [2, 11], itemStyle: { color: colour('red'), opacity: 0.8 },
            data: shown.flatMap((row, i) => byDocument.get(row.doc_id).map((use) => [use.begin_offset / row.chars, i])),
          }],
        }),
        onclick: () => State.go({}, 'concordance'),
        table: {
          rows,
          columns: [
            { title: say('document'), value: (row) => row.document.doc_id },
            { title: say('docTitle'), value: (row) => row.document.title },
            { title: say('year'), value: (row) => row.document.year, show: (row) => own(row.document.year) },
            { title: say('place'), value: (row) => row.document.region },
            { title: say('shown'), value: (row) => row.uses, isNumber: true },
            { title: say('perMillion'), value: (row) => (row.document.tokens ? row.uses * 1e6 / row.document.tokens : null),
              isNumber: true, isMeasure: true },
          ],
        },
      }),
      drawnOf(shown.length, documents.length), extent('places'),
    ];
  },
};
