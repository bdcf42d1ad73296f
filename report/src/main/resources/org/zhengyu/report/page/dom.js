// Elements, made of text alone: nothing of a document is ever read as HTML.

/** An element. Properties beginning with “on” listen, “class” and the like are attributes. */
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked' || name === 'selected') {
      element[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A text of a document or lexicon, whose direction does not reach beyond it. */
function own(text) {
  return h('bdi', null, text === null || text === undefined ? '–' : String(text));
}

/** An element of a drawing of our own. */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (notAllowed) {
    const area = h('textarea', { class: 'away', 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  const label = button.textContent;
  button.textContent = say('copied');
  setTimeout(() => { button.textContent = label; }, 1200);
}

function save(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function button(label, onclick, properties) {
  return h('button', { type: 'button', onclick, ...properties }, label);
}

function copyButton(key, text) {
  const element = button(say(key), () => copy(typeof text === 'function' ? text() : text, element));
  return element;
}

/** What gives the same from the tables, to be copied. */
function sqlButton(sql) {
  return button(say('copySql'), (event) => copy(sql, event.currentTarget), { 'data-sql': sql });
}

function sqlBlock(sql) {
  return [h('p', null, say('sentencesSql')), h('pre', null, own(sql)), copyButton('copySql', sql)];
}

/** A window over the page, which is gone when it is closed. */
function openDialog(title, ...children) {
  const dialog = h('dialog', { 'aria-label': title, class: 'sentences' },
    h('header', null, h('h2', null, own(title)), button(say('close'), () => dialog.close())), children);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A cell of a CSV file; what a spreadsheet would take for a formula is not one. */
function csvCell(value) {
  if (value === null || value === undefined) {
    return '';
  }
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? '\'' + value : String(value);
  return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function csv(columns, rows) {
  const lines = [columns.map((column) => csvCell(column.title))];
  rows.forEach((row) => lines.push(columns.map((column) => csvCell(column.value(row)))));
  return lines.map((line) => line.join(',')).join('\r\n') + '\r\n';
}

/** What a column means, in the words of the table. */
function meaning(table, column) {
  return Data.about.columns[table]?.[column]?.[language === 'zh' ? 1 : 0] ?? '';
}

const PAGE_ROWS = 50;

/**
 * A table that can be sorted and copied.
 *
 * columns: {title, value(row), show(row)?, isNumber?, isMeasure?, isTight?, isText?, hint?}; sql: gives the same rows
 */
function dataTable({ name, caption, columns, rows, first, sql }) {
  let sorted = rows;
  let column = -1;
  let isDown = true;
  let most = first ?? PAGE_ROWS;
  const body = h('tbody');
  const more = button('', () => { most += 10 * PAGE_ROWS; fill(); }, { class: 'more' });

  function fill() {
    body.replaceChildren(...sorted.slice(0, most).map((row) => h('tr', null,
      columns.map((each) => h('td', { class: each.isNumber ? 'number' : each.isTight ? 'tight' : each.isText ? 'text' : null },
        each.show ? each.show(row) : each.isNumber ? each.isMeasure ? measure(each.value(row)) : count(each.value(row))
          : own(each.value(row)))))));
    const left = sorted.length - most;
    more.hidden = left <= 0;
    more.textContent = say('more', count(Math.min(left, 10 * PAGE_ROWS)), count(sorted.length));
  }

  function sort(by) {
    isDown = by === column ? !isDown : columns[by].isNumber === true;
    column = by;
    const value = columns[by].value;
    const sign = isDown ? -1 : 1;
    sorted = [...rows].sort((x, y) => {
      const a = value(x);
      const b = value(y);
      if (a === null || a === undefined || b === null || b === undefined) {
        return (a === null || a === undefined ? 1 : 0) - (b === null || b === undefined ? 1 : 0);
      }
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : PINYIN.compare(String(a), String(b)));
    });
    heads.forEach((head, i) => head.setAttribute('aria-sort',
      i !== column ? 'none' : isDown ? 'descending' : 'ascending'));
    fill();
  }

  const heads = columns.map((each, i) => h('th',
    { scope: 'col', class: each.isNumber ? 'number' : null, 'aria-sort': 'none', title: each.hint || null },
    button(each.title, () => sort(i), { title: each.hint || say('sortBy', each.title) })));
  fill();
  return h('div', { class: 'table', 'data-name': name },
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      h('table', null, h('caption', { class: 'spoken' }, caption), h('thead', null, h('tr', null, heads)), body)),
    h('div', { class: 'tools' }, more,
      copyButton('copyCsv', () => csv(columns, sorted)),
      button(say('saveCsv'), () => save(name + '.csv',
        new Blob(['\ufeff', csv(columns, sorted)], { type: 'text/csv;charset=utf-8' }))),
      sql ? sqlButton(sql) : null));
}

/** Said where the filter is set and does not act. */
function wholeCorpus() {
  return Filter.isActive() ? h('p', { class: 'extent' }, say('filterActsNot')) : null;
}

/** Said where a chart has room for the first only. */
function drawnOf(drawn, all) {
  return drawn < all ? h('p', { class: 'extent' }, say('firstDrawn', count(drawn), count(all))) : null;
}

/** How much of a table is here, where that is not all. */
function extent(name) {
  const table = Data.tables.get(name);
  return table && table.length < table.all
    ? h('p', { class: 'extent' }, say('rowsOf', count(table.length), count(table.all), name))
    : null;
}

function select(label, options, chosen, onchange) {
  return h('label', { class: 'field' }, h('span', null, label),
    h('select', { onchange: (event) => onchange(event.target.value) },
      options.map(([value, text]) => h('option', { value, selected: value === chosen }, text))));
}

/** A figure in words and digits. */
function figureOf(number, label, note) {
  return h('div', { class: 'key' }, h('strong', null, number), h('span', null, label),
    note ? h('small', null, note) : null);
}

function section(title, note, ...children) {
  return h('section', null, h('h3', null, title), note ? h('p', { class: 'note' }, note) : null, children);
}
