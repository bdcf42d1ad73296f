// The board: every phrase of the lexicon with its ledger, its years and its first use.

const Board = {
  name: 'board',
  filters: true,
  asks: () => say('boardAsks'),

  draw() {
    if (!Data.tables.has('phrases')) {
      return [h('p', null, say('noTable', 'phrases'))];
    }
    const total = Filter.total();
    const category = State.get('category');
    const withUnused = State.get('unused') === '1';
    const rows = rowsOf('phrases')
      .map((phrase, number) => {
        const here = Filter.isActive() ? Filter.ofPhrase(number) : { uses: usesOf(phrase), documents: phrase.df };
        return { ...phrase, number, here };
      })
      .filter((row) => (!category || (row.category ?? '').startsWith(category)) && (withUnused || row.here.uses > 0))
      .sort((a, b) => b.here.uses - a.here.uses);
    const most = rows.reduce((top, row) => Math.max(top, row.literal), 0);
    const categories = [...new Set(rowsOf('phrases').map((row) => row.category).filter(Boolean))].sort(PINYIN.compare);
    const byYear = Filter.uses('year');
    const totals = Filter.totals('year');
    const known = years().filter((year) => totals.get(year)?.tokens > 0);
    return [
      h('div', { class: 'controls' },
        select(say('category'), [['', say('all')], ...categories.map((each) => [each, each])], category,
          (value) => State.go({ category: value })),
        h('label', { class: 'field' }, h('input', { type: 'checkbox', checked: withUnused,
          onchange: (event) => State.go({ unused: event.target.checked ? '1' : '' }) }), h('span', null, say('withUnused')))),
      ledgerLegend(),
      dataTable({
        name: 'phrases', caption: say('board'), rows, first: 60,
        sql: Filter.isActive() ? usesSql('phrase, count(*) AS uses, count(DISTINCT doc_id) AS documents', null,
          'GROUP BY phrase ORDER BY uses DESC') : tableSql('phrases', 'ORDER BY uses DESC'),
        columns: [
          { title: say('phrase'), value: (row) => row.phrase, show: (row) => termLink(row.phrase) },
          { title: say('category'), value: (row) => row.category, isTight: true },
          { title: say('uses'), value: (row) => row.here.uses, isNumber: true,
            hint: meaning('phrases', 'uses') || meaning('phrases', 'tf'),
            show: (row) => sentencesButton(row.here.uses, row.phrase) },
          { title: say('ledger'), value: (row) => row.literal, isTight: true, hint: meaning('phrases', 'literal'),
            show: (row) => [ledgerBar(row, most), h('small', null, ' ' + count(row.literal))] },
          { title: say('ofDocuments'), value: (row) => row.here.documents, isNumber: true, hint: meaning('phrases', 'df') },
          { title: say('perMillion'), value: (row) => (total.tokens ? row.here.uses * 1e6 / total.tokens : null),
            isNumber: true, isMeasure: true },
          { title: say('shareOfDocuments'), value: (row) => (total.documents ? row.here.documents / total.documents : null),
            isNumber: true, show: (row) => percent(total.documents ? row.here.documents / total.documents : null) },
          { title: say('throughYears'), value: (row) => row.here.uses,
            show: (row) => (years().length > 1 && byYear.has(row.number)
              ? sparkline(known.map((year) => (byYear.get(row.number).get(year)?.uses ?? 0) / totals.get(year).tokens),
                say('throughYears') + ' ' + row.phrase) : '') },
          { title: say('firstUse'), value: firstUse, show: showFirstUse, isTight: true, hint: meaning('phrases', 'first_date') },
          { title: say('lastUse'), value: (row) => row.last_date, isTight: true, hint: meaning('phrases', 'last_date') },
          { title: say('since'), value: (row) => row.since, show: (row) => own(row.since), hint: meaning('phrases', 'since') },
        ],
      }),
      extent('phrases'),
      this.categories(),
    ];
  },

  categories() {
    const rows = rowsOf('categories');
    return rows.length === 0 ? null : section(say('categories'), say('categoriesNote'), dataTable({
      name: 'categories', caption: say('categories'), rows, sql: tableSql('categories', 'ORDER BY uses DESC'),
      columns: [
        { title: say('category'), value: (row) => row.category,
          show: (row) => h('a', { href: State.link('board', { category: row.category }) }, own(row.category)) },
        { title: say('board'), value: (row) => row.phrases, isNumber: true, hint: meaning('categories', 'phrases') },
        { title: say('uses'), value: (row) => row.uses, isNumber: true, hint: meaning('categories', 'uses') },
        { title: say('ofDocuments'), value: (row) => row.df, isNumber: true, hint: meaning('categories', 'df') },
        { title: say('firstUse'), value: firstUse, show: showFirstUse },
      ],
    }));
  },
};
