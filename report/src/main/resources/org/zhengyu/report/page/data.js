// The data of the page: inflated once, read by columns, and what follows from the filter.

const Data = {
  about: null,
  tables: new Map(),
};

/** A table of the page. Missing values are null. */
class PageTable {
  constructor(json) {
    this.name = json.name;
    this.length = json.rows;
    this.all = json.all;
    this.columns = json.columns;
    this.objects = null;
  }

  has(column) {
    return column in this.columns;
  }

  /** The rows as objects with a property for each column. */
  rows() {
    if (!this.objects) {
      const names = Object.keys(this.columns);
      const columns = names.map((name) => values(this.columns[name]));
      this.objects = Array.from({ length: this.length }, (any, row) => {
        const object = {};
        names.forEach((name, i) => { object[name] = columns[i][row]; });
        return object;
      });
    }
    return this.objects;
  }
}

function values(column) {
  return Array.isArray(column)
    ? column
    : column.at.map((place) => (place < 0 ? null : column.texts[place]));
}

async function inflated(element) {
  const packed = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).json();
}

async function readData() {
  const elements = [...document.querySelectorAll('script[data-table]')];
  const contents = await Promise.all(elements.map(inflated));
  elements.forEach((element, i) => {
    if (element.dataset.table === 'about') {
      Data.about = contents[i];
    } else {
      Data.tables.set(element.dataset.table, new PageTable(contents[i]));
    }
    element.remove();
  });
}

/** The rows of a table; none where the result has it not. */
function rowsOf(name) {
  return Data.tables.has(name) ? Data.tables.get(name).rows() : [];
}

/** Makes something of the data once. */
function once(make) {
  let made;
  let isMade = false;
  return () => {
    if (!isMade) {
      made = make();
      isMade = true;
    }
    return made;
  };
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const name = row[key];
    if (!groups.has(name)) {
      groups.set(name, []);
    }
    groups.get(name).push(row);
  }
  return groups;
}

const documentsById = once(() => new Map(rowsOf('documents').map((row) => [row.doc_id, row])));
const phrasesByName = once(() => new Map(rowsOf('phrases').map((row, i) => [row.phrase, { ...row, number: i }])));
const occurrencesByPhrase = once(() => groupBy(rowsOf('phrase_occurrences'), 'phrase'));
const formsByPhrase = once(() => groupBy(rowsOf('forms'), 'phrase'));
const placesByPhrase = once(() => groupBy(rowsOf('places'), 'phrase'));
const diffusionByPhrase = once(() => groupBy(rowsOf('diffusion'), 'phrase'));
const trendsByTerm = once(() => groupBy(rowsOf('trends'), 'term'));
const burstsByTerm = once(() => groupBy(rowsOf('bursts'), 'term'));
const documentsByPhrase = once(() => groupBy(rowsOf('uses_by_document'), 'phrase'));
const termsByName = once(() => new Map(rowsOf('terms').map((row) => [row.term, row])));

const pairsByTerm = once(() => {
  const pairs = new Map();
  for (const row of rowsOf('cooccurrences')) {
    for (const term of [row.term_a, row.term_b]) {
      if (!pairs.has(term)) {
        pairs.set(term, []);
      }
      pairs.get(term).push(row);
    }
  }
  return pairs;
});

/** How many neighbours of a term in a unit are not here, for they call for caution. */
const pairsLeftOut = once(() => {
  const counts = new Map(rowsOf('pairs_left_out').map((row) => [row.unit + ' ' + row.term, row.pairs]));
  return (term, unit) => counts.get(unit + ' ' + term) ?? 0;
});

/** How often a phrase is used; older results know only the uses that are tokens. */
function usesOf(phrase) {
  return phrase.uses ?? phrase.tf;
}

/** When a phrase was first used, as far as the date of the first document is known. */
function firstUse(phrase) {
  return days(phrase.first_date, phrase.first_date_last);
}

/** A span of days: the day, or the year, the month or the days that it is. */
function days(from, to) {
  if (from === null || from === undefined) {
    return null;
  }
  if (to === null || to === undefined || to === from) {
    return from;
  }
  if (from.endsWith('-01-01') && to === from.slice(0, 4) + '-12-31') {
    return from.slice(0, 4);
  }
  const lastOfMonth = new Date(Date.UTC(from.slice(0, 4), from.slice(5, 7), 0)).toISOString().slice(0, 10);
  return from.endsWith('-01') && to === lastOfMonth ? from.slice(0, 7) : from + ' … ' + to;
}

/** The same with how many documents may be the first, where it is not known which was. */
function showFirstUse(phrase) {
  return phrase.first_ties > 1
    ? [own(firstUse(phrase)), h('small', null, ' ' + say('firstTies', count(phrase.first_ties)))]
    : own(firstUse(phrase));
}

/** How often a term is counted: a phrase by its uses, which older results do not know. */
function frequency(row) {
  return row.f ?? row.tf;
}

function isUse(occurrence) {
  return occurrence.is_use ?? occurrence.status === 'token';
}

/** What a filter lets through. */
const Filter = {
  region: '', from: '', to: '', kind: '',
  cache: new Map(),

  set(region, from, to, kind) {
    if (region !== this.region || from !== this.from || to !== this.to || kind !== this.kind) {
      Object.assign(this, { region, from, to, kind, cache: new Map() });
    }
  },

  isActive() {
    return Boolean(this.region || this.from || this.to || this.kind);
  },

  /** Whether a document or a group of documents passes. */
  passes(row) {
    return (!this.region || (row.region ?? '') === (this.region === '–' ? '' : this.region))
      && this.passesYear(row.year)
      && (!this.kind || row.doc_type === this.kind);
  },

  /** Whether a year passes, or that none is known. */
  passesYear(year) {
    return (!this.from || (year !== null && year >= Number(this.from)))
      && (!this.to || (year !== null && year <= Number(this.to)));
  },

  /** Whether a period passes that is a year or a month; all of the others do. */
  passesPeriod(period) {
    return !hasYear(period) || this.passesYear(Number(period.slice(0, 4)));
  },

  /**
   * The group of documents that passes, years aside, as tables that tell of groups have it: null for the whole corpus,
   * undefined where they know no such group.
   */
  group() {
    const chosen = [['region', this.region], ['doc_type', this.kind]].filter(([, value]) => value);
    if (chosen.length === 0) {
      return null;
    }
    const [facet, value] = chosen[0];
    return chosen.length === 1 && periodsByGroup().get(facet)?.has(value) ? { facet, value } : undefined;
  },

  /** Whether what stands in a document passes; nobody knows where a document is that is not listed. */
  passesDocument(docId) {
    if (!this.isActive()) {
      return true;
    }
    const row = documentsById().get(docId);
    return row !== undefined && this.passes(row);
  },

  remember(key, make) {
    if (!this.cache.has(key)) {
      this.cache.set(key, make());
    }
    return this.cache.get(key);
  },

  /** The size of what passes. */
  total() {
    return this.remember('total', () => {
      const total = { documents: 0, tokens: 0 };
      for (const group of rowsOf('groups')) {
        if (this.passes(group)) {
          total.documents += group.documents;
          total.tokens += group.tokens;
        }
      }
      return total;
    });
  },

  /** By the number of a phrase, its uses and documents in the groups that pass, by a field of them. */
  uses(field) {
    return this.remember('uses by ' + field, () => {
      const groups = rowsOf('groups');
      const passing = groups.map((group) => this.passes(group));
      const sums = new Map();
      for (const cell of rowsOf('uses_by_group')) {
        if (passing[cell.group_number]) {
          if (!sums.has(cell.phrase_number)) {
            sums.set(cell.phrase_number, new Map());
          }
          const byField = sums.get(cell.phrase_number);
          const key = field ? groups[cell.group_number][field] : null;
          const sum = byField.get(key) ?? { uses: 0, documents: 0 };
          sum.uses += cell.uses;
          sum.documents += cell.documents;
          byField.set(key, sum);
        }
      }
      return sums;
    });
  },

  /** The sizes of the groups that pass, by a field of them. */
  totals(field) {
    return this.remember('totals by ' + field, () => {
      const totals = new Map();
      for (const group of rowsOf('groups')) {
        if (this.passes(group)) {
          const total = totals.get(group[field]) ?? { documents: 0, tokens: 0 };
          total.documents += group.documents;
          total.tokens += group.tokens;
          totals.set(group[field], total);
        }
      }
      return totals;
    });
  },

  /** What the filter leaves of a phrase of the board. */
  ofPhrase(number) {
    if (!Data.tables.has('uses_by_group')) {
      const phrase = rowsOf('phrases')[number];
      return { uses: usesOf(phrase), documents: phrase.df };
    }
    return this.uses('').get(number)?.get(null) ?? { uses: 0, documents: 0 };
  },
};

/** Whether documents can be told apart by a field. */
function tellsApart(field) {
  return Data.about.group_fields.includes(field)
    && rowsOf('groups').some((group) => group[field] !== null);
}

const years = once(() => {
  const known = rowsOf('groups').map((group) => group.year).filter((year) => year !== null);
  if (known.length === 0) {
    return [];
  }
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (any, i) => first + i);
});

function isYear(period) {
  return /^\d{4}$/.test(period ?? '');
}

function isMonth(period) {
  return /^\d{4}-\d\d$/.test(period ?? '');
}

function hasYear(period) {
  return isYear(period) || isMonth(period);
}

/**
 * The periods of these rows in the order of time; of years and months also those between that have
 * no documents.
 */
function timeline(rows) {
  const sorted = [...new Set([...rows].sort(byTime).map((row) => row.period))];
  if (!sorted.every(hasYear)) {
    return sorted;
  }
  const line = [];
  for (let period = sorted[0]; period !== undefined && period <= sorted.at(-1); period = next(period)) {
    line.push(period);
  }
  return line;
}

/** Periods with names stand by their first days. */
function byTime(a, b) {
  const [one, other] = a.first_day && b.first_day ? [a.first_day, b.first_day] : [a.period, b.period];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The year or the month behind one. */
function next(period) {
  const [year, month] = period.split('-').map(Number);
  if (month === undefined) {
    return String(year + 1).padStart(4, '0');
  }
  return month === 12 ? String(year + 1).padStart(4, '0') + '-01'
    : String(year).padStart(4, '0') + '-' + String(month + 1).padStart(2, '0');
}

const regions = once(() => {
  const known = new Map();
  for (const group of rowsOf('groups')) {
    if (group.region !== null) {
      known.set(group.region, (known.get(group.region) ?? 0) + group.documents);
    }
  }
  return [...known].sort((a, b) => b[1] - a[1] || PINYIN.compare(a[0], b[0])).map(([region]) => region);
});

const PINYIN = new Intl.Collator('zh-CN-u-co-pinyin');

/** Where the syllables of each letter begin in the order of pinyin. */
const INITIALS = [
  ['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '哒'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'],
  ['j', '讥'], ['k', '咔'], ['l', '垃'], ['m', '痳'], ['n', '拏'], ['o', '噢'], ['p', '妑'], ['q', '七'],
  ['r', '呥'], ['s', '扨'], ['t', '它'], ['w', '穵'], ['x', '夕'], ['y', '丫'], ['z', '帀'],
];

/** Characters of policy language that are read in two ways. */
const TWO_READINGS = {
  长: 'cz', 重: 'cz', 行: 'xh', 调: 'dt', 率: 'ls', 藏: 'cz', 省: 'sx', 朝: 'cz', 乐: 'ly', 参: 'cs', 单: 'ds',
  曾: 'cz', 传: 'cz', 会: 'hk', 系: 'xj', 给: 'gj', 降: 'jx', 解: 'jx', 校: 'xj', 畜: 'xc', 厦: 'sx',
};

/** Of each character of a text the letters with which its pinyin may begin. */
function initials(text) {
  return [...text].map((character) => {
    if (!/[\u3400-\u9fff]/.test(character)) {
      return character.toLowerCase();
    }
    let letter = '';
    for (const [name, first] of INITIALS) {
      if (PINYIN.compare(character, first) >= 0) {
        letter = name;
      }
    }
    return TWO_READINGS[character] ?? letter;
  });
}

/** All that can be looked up, the most frequent first. */
const lexemes = once(() => {
  const all = [];
  const seen = new Set();
  const add = (term, uses, isPhrase) => {
    if (!seen.has(term)) {
      seen.add(term);
      all.push({ term, uses, isPhrase, initials: initials(term) });
    }
  };
  rowsOf('phrases').forEach((row) => add(row.phrase, usesOf(row), true));
  rowsOf('terms').forEach((row) => add(row.term, frequency(row), row.is_phrase));
  trendsByTerm().forEach((rows, term) => add(term, rows.reduce((sum, row) => sum + frequency(row), 0), false));
  return all;
});

function lookUp(text, most) {
  const wanted = text.trim().toLowerCase();
  const letters = [...wanted];
  const score = (lexeme) => {
    const at = lexeme.term.toLowerCase().indexOf(wanted);
    return at === 0 ? 3 : at > 0 ? 2 : letters.every((letter, i) => lexeme.initials[i]?.includes(letter)) ? 1 : 0;
  };
  return lexemes()
    .map((lexeme) => ({ ...lexeme, score: score(lexeme) }))
    .filter((lexeme) => lexeme.score > 0)
    .sort((a, b) => b.score - a.score || b.isPhrase - a.isPhrase || b.uses - a.uses)
    .slice(0, most);
}
