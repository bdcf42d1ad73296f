// What is shown, as the address has it: a link leads back to it.

const State = {
  view: 'overview',
  values: new URLSearchParams(),

  read() {
    const [view, query] = location.hash.slice(1).split('?');
    this.view = view || 'overview';
    this.values = new URLSearchParams(query ?? '');
  },

  get(key) {
    return this.values.get(key) ?? '';
  },

  /** The address of a view with some values changed; those that are empty go. */
  link(view, changes) {
    const values = new URLSearchParams(this.values);
    Object.entries(changes ?? {}).forEach(([key, value]) => {
      if (value === '' || value === null || value === undefined) {
        values.delete(key);
      } else {
        values.set(key, value);
      }
    });
    const query = values.toString();
    return '#' + view + (query ? '?' + query : '');
  },

  go(changes, view) {
    location.hash = this.link(view ?? this.view, changes);
  },
};

/** A link to the page of a term. */
function termLink(term) {
  return h('a', { href: State.link('phrase', { term }) }, own(term));
}

/** The term that is looked at: the chosen one, else the most used phrase. */
function chosenTerm() {
  return State.get('term') || rowsOf('phrases')[0]?.phrase || '';
}
