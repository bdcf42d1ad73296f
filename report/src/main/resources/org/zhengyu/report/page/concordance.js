// The concordance: lines of a phrase, to be sorted by what stands beside it.

const ConcordanceView = {
  name: 'concordance',
  filters: true,
  asks: () => say('concordanceAsks'),

  draw() {
    if (!Data.tables.has('phrase_occurrences')) {
      return [h('p', null, say('noTable', 'phrase_occurrences'))];
    }
    const term = chosenTerm();
    return [phrasePicker(term), phrasesByName().has(term) ? Concordance.lines(term)
      : this.drawn(term)];
  },

  /** Of a term that is no phrase the page has what was drawn for pairs with it. */
  drawn(term) {
    const lines = linesWith(term);
    return [h('p', { class: 'note' }, own(say('notAPhrase', term))), h('p', { class: 'note' }, say('sentencesHere', count(lines.length))),
      lines.length ? concordanceLines(lines.slice(0, MOST_LINES), CONTEXT_STEP) : null, h('p', null, button(say('sentencesOf', term), () => openSentences(term)))];
  },
};

/** A choice among the phrases that are used, and what else there is to choose. */
function phrasePicker(term, ...others) {
  const used = rowsOf('phrases').filter((row) => usesOf(row) > 0).map((row) => row.phrase);
  const names = used.includes(term) || !term ? used : [term, ...used];
  return h('div', { class: 'controls' }, select(say('phrase'), names.map((name) => [name, name]), term,
    (value) => State.go({ term: value })), others);
}

const Concordance = {
  ORDERS: {
    sortLot: null,
    sortRight: (row) => row.context_right ?? '',
    sortLeft: (row) => [...(row.context_left ?? '')].reverse().join(''),
    sortTime: (row) => String(documentsById().get(row.doc_id)?.date ?? documentsById().get(row.doc_id)?.year ?? '9999'),
    sortPlace: (row) => documentsById().get(row.doc_id)?.region ?? '\uffff',
  },

  lines(term) {
    const all = linesOf(term);
    const place = h('div');
    const told = h('p', { class: 'note', role: 'status' });
    const choice = { order: State.get('sort') || 'sortRight', text: '', status: 'onlyUses', width: 26, most: 40 };
    const more = button('', () => { choice.most += 200; fill(); }, { class: 'more' });

    const fill = () => {
      const rows = all.filter((row) => (choice.status === 'all' || isUse(row) === (choice.status === 'onlyUses'))
        && (!choice.text || (row.context_left + row.form + row.context_right).includes(choice.text)));
      const order = this.ORDERS[choice.order];
      if (order) {
        rows.sort((a, b) => PINYIN.compare(order(a), order(b)));
      }
      place.replaceChildren(concordanceLines(rows.slice(0, choice.most), choice.width));
      const uses = usesOf(phrasesByName().get(term) ?? { tf: 0 });
      const here = (occurrencesByPhrase().get(term) ?? []).filter(isUse).length;
      told.textContent = here < uses ? say('linesShown', count(Math.min(rows.length, choice.most)), count(uses), count(here))
        : say('linesAll', count(Math.min(rows.length, choice.most)), count(uses));
      more.hidden = rows.length <= choice.most;
      more.textContent = say('more', count(Math.min(200, rows.length - choice.most)), count(rows.length));
    };

    const set = (key) => (value) => { choice[key] = value; fill(); };
    fill();
    return h('div', null,
      h('div', { class: 'controls' },
        select(say('sortOrder'), Object.keys(this.ORDERS).map((key) => [key, say(key)]), choice.order, set('order')),
        select(say('statusOf'), ['onlyUses', 'onlyOthers', 'all'].map((key) => [key, say(key)]), choice.status, set('status')),
        h('label', { class: 'field' }, h('span', null, say('contains')),
          h('input', { type: 'search', oninput: (event) => set('text')(event.target.value.trim()) })),
        button(say('wider'), () => set('width')(choice.width + CONTEXT_STEP))),
      told, place,
      h('div', { class: 'tools' }, more, copyButton('copyCsv', () => this.csv(all)),
        copyButton('copySql', () => sentencesSql(term))));
  },

  csv(rows) {
    const columns = ['doc_id', 'begin_offset', 'status', 'context_left', 'form', 'context_right']
      .map((name) => ({ title: name, value: (row) => row[name] }));
    return csv(columns, rows);
  },
};
