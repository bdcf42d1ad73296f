// Two groups of documents side by side: the phrases that one uses more than the other.

const TwoGroups = {
  /** The facets by which there are two groups. */
  facets() {
    return [...periodsByGroup()].filter(([, groups]) => groups.size > 1).map(([facet]) => facet).sort();
  },

  areChosen() {
    return State.get('of') === 'groups' && this.facets().length > 0;
  },

  /** The field, and the groups: the largest two where none are chosen. */
  chosen() {
    const facets = this.facets();
    const facet = facets.includes(State.get('facet')) ? State.get('facet') : facets[0];
    const sizes = [...periodsByGroup().get(facet)].map(([value, periods]) =>
      ({ value, tokens: periods.reduce((sum, row) => sum + row.tokens, 0) }));
    const names = sizes.sort((a, b) => b.tokens - a.tokens || PINYIN.compare(a.value, b.value)).map(({ value }) => value);
    const first = names.includes(State.get('value')) ? State.get('value') : names[0];
    const second = names.includes(State.get('against')) && State.get('against') !== first ? State.get('against')
      : names.find((name) => name !== first);
    return { facet, names, values: [first, second] };
  },

  pickers() {
    const { facet, names, values: [first, second] } = this.chosen();
    const options = [...names].sort(PINYIN.compare).map((name) => [name, name]);
    return [
      select(say('facet'), this.facets().map((each) => [each, facetWord(each)]), facet,
        (value) => State.go({ facet: value, value: '', against: '' })),
      select(say('first'), options, first, (value) => State.go({ value })),
      select(say('second'), options, second, (against) => State.go({ against })),
    ];
  },

  picture({ facet, values: [first, second] }) {
    const shown = chosenMeasure();
    const sizeOf = (value) => total(periodsByGroup().get(facet).get(value).filter((row) => Filter.passesPeriod(row.period))
      .map((row) => ({ f: 0, df: 0, ...row })));
    const sizes = [sizeOf(first), sizeOf(second)];
    const rows = [];
    for (const [term, told] of groupTrendsByTerm()) {
      const of = (value, size) => ({ ...total(told.filter((row) => row.facet === facet && row.value === value
        && Filter.passesPeriod(row.period)).map((row) => ({ f: row.f, df: row.df, tokens: 0, documents: 0 }))),
      tokens: size.tokens, documents: size.documents });
      const [a, b] = [of(first, sizes[0]), of(second, sizes[1])];
      if (a.f + b.f > 0) {
        rows.push({ term, a, b, more: (shown.of(a) ?? 0) - (shown.of(b) ?? 0) });
      }
    }
    rows.sort((x, y) => Math.abs(y.more) - Math.abs(x.more) || PINYIN.compare(x.term, y.term));
    const named = (value, key) => measureColumns((row) => row[key]).map((column) => ({ ...column, title: value + ' ' + column.title }));
    return rows.length === 0 ? h('p', null, say('noData')) : [
      pairedBars({
        name: 'two-groups', title: say('twoGroupsTitle'), note: say(shown.note) + ' ' + say('twoGroupsNote'), rows,
        names: [first, second], label: (row) => row.term,
        sql: 'SELECT term, value, sum(f) AS f, sum(tokens) AS tokens, sum(df) AS df, sum(documents) AS documents FROM ' + stored('trends')
          + ' WHERE term IN (SELECT phrase FROM ' + stored('phrases') + ') AND facet = ' + sqlText(facet)
          + ' AND value IN (' + sqlText(first) + ', ' + sqlText(second) + ')' + periodsSql() + ' GROUP BY term, value;',
        columns: [
          { title: say('phrase'), value: (row) => row.term, show: (row) => termLink(row.term) },
          ...linked(named(first, 'a'), (row) => sentencesButton(row.a.f, row.term, null, { facet, value: first })),
          ...linked(named(second, 'b'), (row) => sentencesButton(row.b.f, row.term, null, { facet, value: second })),
          { title: say('difference'), value: (row) => row.more, isNumber: true, show: (row) => shown.show(row.more) },
        ],
      }),
      extent('group_trends'),
    ];
  },
};
