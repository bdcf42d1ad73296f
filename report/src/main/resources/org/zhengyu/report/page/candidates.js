// Candidates: expressions that may be phrases, to be chosen for a lexicon.

const CandidatesView = {
  name: 'candidates',
  filters: false,
  asks: () => say('candidatesAsks'),

  draw() {
    const table = Data.tables.get('candidates');
    if (!table) {
      return [h('p', null, say('candidatesNone'))];
    }
    const chosen = new Set();
    const names = Object.keys(table.columns);
    const isNumber = (name) => table.rows().some((row) => typeof row[name] === 'number');
    const columns = names.map((name) => ({
      title: name,
      value: (row) => row[name],
      isNumber: isNumber(name),
      isMeasure: table.rows().some((row) => typeof row[name] === 'number' && !Number.isInteger(row[name])),
      hint: meaning('candidates', name),
    }));
    columns.unshift({
      title: say('choose'),
      value: (row) => (chosen.has(row.candidate) ? 1 : 0),
      show: (row) => h('input', { type: 'checkbox', checked: chosen.has(row.candidate), 'aria-label': row.candidate,
        onchange: (event) => (event.target.checked ? chosen.add(row.candidate) : chosen.delete(row.candidate)) }),
    });
    const columnOfLexicon = (title, value) => ({ title, value });
    const lines = () => csv([columnOfLexicon('phrase', (phrase) => phrase), columnOfLexicon('category', () => '')],
      [...chosen]);
    return [
      h('p', null, copyButton('copyChosen', lines)),
      dataTable({ name: 'candidates', caption: say('candidates'), columns, rows: table.rows(), first: 100 }),
      extent('candidates'),
    ];
  },
};
