// Candidates: expressions that may be phrases, to be chosen for a lexicon.

const CandidatesView = {
  name: 'candidates',
  filters: false,
  asks: () => say('candidatesAsks'),

  /** The columns that are known, in the order in which they help to choose. */
  COLUMNS: [
    { name: 'candidate', word: 'candidate' },
    { name: 'rank', word: 'rank', isNumber: true },
    { name: 'tf', word: 'occurrences', isNumber: true },
    { name: 'df', word: 'ofDocuments', isNumber: true },
    { name: 'quoted', word: 'quoted', isNumber: true },
    { name: 'cohesion', word: 'cohesion', isNumber: true, isMeasure: true },
    { name: 'left_entropy', word: 'leftEntropy', isNumber: true, isMeasure: true },
    { name: 'right_entropy', word: 'rightEntropy', isNumber: true, isMeasure: true },
    { name: 'c_value', word: 'cValue', isNumber: true, isMeasure: true },
    { name: 'first_date', word: 'firstUse',
      show: (row) => (row.first_date === null ? '–' : showFirstUse(row)) },
  ],

  draw() {
    const table = Data.tables.get('candidates');
    if (!table) {
      return [h('p', null, say('candidatesNone'))];
    }
    const chosen = new Set();
    const columns = this.COLUMNS.filter((column) => table.has(column.name)).map((column) => ({
      ...column, title: say(column.word), hint: meaning('candidates', column.name), value: (row) => row[column.name],
    }));
    columns.unshift({
      title: say('choose'), isTight: true,
      value: (row) => (chosen.has(row.candidate) ? 1 : 0),
      show: (row) => h('input', { type: 'checkbox', checked: chosen.has(row.candidate), 'aria-label': row.candidate,
        onchange: (event) => (event.target.checked ? chosen.add(row.candidate) : chosen.delete(row.candidate)) }),
    });
    if (table.has('example')) {
      columns.push({ title: say('example'), isText: true, hint: meaning('candidates', 'example'), value: (row) => row.example,
        show: (row) => marked(row.example, row.candidate) });
    }
    const lines = () => csv([
      { title: 'phrase', value: (candidate) => candidate },
      { title: 'category', value: () => '' },
    ], [...chosen]);
    return [
      h('p', null, copyButton('copyChosen', lines)),
      dataTable({ name: 'candidates', caption: say('candidates'), columns, rows: table.rows(), first: 100, sql: tableSql('candidates', 'ORDER BY rank') }),
      extent('candidates'),
    ];
  },
};

/** A text in which a part stands out. */
function marked(text, part) {
  const at = (text ?? '').indexOf(part);
  return at < 0 ? own(text) : h('bdi', null, text.slice(0, at), h('mark', null, part), text.slice(at + part.length));
}
