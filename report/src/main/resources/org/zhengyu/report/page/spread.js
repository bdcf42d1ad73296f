// Spread: which places take a phrase up, and which of them was first.

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
    return [phrasePicker(term), this.map(term, phrase), this.first(term)];
  },

  map(term, phrase) {
    const groups = rowsOf('groups');
    const cells = new Map();
    const cell = (group) => {
      const key = JSON.stringify([group.region, group.year]);
      if (!cells.has(key)) {
        cells.set(key, { region: group.region, year: group.year, documents: 0, uses: 0, of: 0 });
      }
      return cells.get(key);
    };
    for (const group of groups) {
      if (group.year !== null && Filter.passes(group)) {
        cell(group).of += group.documents;
      }
    }
    for (const row of rowsOf('uses_by_group')) {
      const group = groups[row.group_number];
      if (row.phrase_number === phrase.number && group.year !== null && Filter.passes(group)) {
        cell(group).documents += row.documents;
        cell(group).uses += row.uses;
      }
    }
    const rows = [...cells.values()];
    const first = (region) => rows.reduce((least, row) => (row.region === region && row.documents > 0
      ? Math.min(least, row.year) : least), Infinity);
    const order = [...regions()].sort((a, b) => (first(a) === first(b) ? 0 : first(a) < first(b) ? -1 : 1));
    return heatmap({
      name: 'spread', title: say('spread') + ' ' + term, note: say('spreadNote'),
      rows, order,
      value: (row) => row.documents,
      label: (row) => (row.documents ? row.documents + '/' + row.of : ''),
      columns: [
        { title: say('inDocuments'), value: (row) => row.documents, isNumber: true },
        { title: say('documents'), value: (row) => row.of, isNumber: true },
        { title: say('uses'), value: (row) => row.uses, isNumber: true },
      ],
      onclick: (row) => State.go({ region: row.region ?? '–', from: row.year, to: row.year }, 'concordance'),
    });
  },

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
      columns: [
        { title: say('firstUse'), value: (row) => row.when },
        { title: say('place'), value: (row) => row.region },
        { title: say('docTitle'), value: (row) => row.document.title },
        { title: say('document'), value: (row) => row.document.doc_id },
      ],
    }), extent('uses_by_document'));
  },
};
