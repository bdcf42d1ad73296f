// The frame: views, filter, search, language, keys.

const VIEWS = [Overview, Board, PhraseView, SpreadView, ConcordanceView, DispersionView, NetworkView, KeynessView,
  CompareView, RepeatsView, CandidatesView, TrustView];

const WORD_OF_VIEW = { phrase: 'phraseView' };

function viewWord(view) {
  return say(WORD_OF_VIEW[view.name] ?? view.name);
}

function header() {
  const manifest = Data.about.manifest;
  return h('header', { class: 'top' },
    h('a', { class: 'skip', href: '#', onclick: (event) => { event.preventDefault(); document.querySelector('main').focus(); } },
      say('skip')),
    h('div', { class: 'name' }, h('h1', null, say('title')),
      h('p', null, own(inputNames(manifest.options?.input ?? '')), ' · ', own(String(manifest.ended ?? '').slice(0, 10)))),
    search(),
    h('div', { class: 'switches' },
      button(say('language'), () => State.go({ lang: language === 'zh' ? 'en' : 'zh' })),
      button(say('theme'), () => State.go({ theme: isDark() ? 'light' : 'dark' })),
      button(say('print'), () => window.print())));
}

/** What was read, without the folders above it. */
function inputNames(paths) {
  return paths.split(',').map((path) => path.replace(/\/+$/, '').split('/').pop()).join(', ');
}

function navigation(current) {
  return h('nav', { 'aria-label': say('views') }, h('ul', null, VIEWS.map((view) =>
    h('li', null, h('a', { href: State.link(view.name), 'aria-current': view === current ? 'page' : null }, viewWord(view))))));
}

function filterBar(view) {
  const wholes = rowsOf('groups');
  const yearOptions = [['', say('all')], ...years().map((year) => [String(year), String(year)])];
  const kinds = [...new Set(wholes.map((group) => group.doc_type).filter((kind) => kind !== null))].sort(PINYIN.compare);
  const fields = [
    tellsApart('region') ? select(say('place'), [['', say('all')], ...regions().map((region) => [region, region]),
      ...(wholes.some((group) => group.region === null) ? [['–', say('unknownPlace')]] : [])], Filter.region,
    (region) => State.go({ region })) : null,
    years().length > 1 ? select(say('from'), yearOptions, Filter.from, (from) => State.go({ from })) : null,
    years().length > 1 ? select(say('to'), yearOptions, Filter.to, (to) => State.go({ to })) : null,
    tellsApart('doc_type') ? select(say('kind'), [['', say('all')], ...kinds.map((kind) => [kind, kind])], Filter.kind,
      (kind) => State.go({ kind })) : null,
  ].filter(Boolean);
  if (fields.length === 0) {
    return null;
  }
  if (!(typeof view.filters === 'function' ? view.filters() : view.filters)) {
    return wholeCorpus();
  }
  const total = Filter.total();
  return h('section', { class: 'filter', 'aria-label': say('filter') }, fields,
    Filter.isActive() ? button(say('clear'), () => State.go({ region: '', from: '', to: '', kind: '' })) : null,
    h('p', { role: 'status' }, say('filterActs', count(total.documents), count(total.tokens))));
}

/** A field that finds terms, with a list to choose from by arrow keys. */
function search() {
  let at = -1;
  const list = h('ul', { id: 'found', role: 'listbox', 'aria-label': say('find'), hidden: true });
  const input = h('input', { type: 'search', id: 'find', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'found',
    'aria-autocomplete': 'list', autocomplete: 'off', 'aria-label': say('find'), placeholder: say('find'),
    oninput: fill, onkeydown: press, onblur: () => setTimeout(close, 150) });

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  }

  function fill() {
    const found = input.value.trim() ? lookUp(input.value, 12) : [];
    list.replaceChildren(...(found.length ? found.map((lexeme, i) => h('li', { role: 'option', id: 'found-' + i,
      'aria-selected': 'false', onmousedown: () => choose(lexeme.term) }, own(lexeme.term), h('small', null, ' ' + count(lexeme.uses))))
      : [h('li', { class: 'nothing' }, say('nothingFound'))]));
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    at = -1;
  }

  function press(event) {
    const options = [...list.querySelectorAll('[role=option]')];
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      event.preventDefault();
      at = (at + (event.key === 'ArrowDown' ? 1 : options.length - (at < 0 ? 0 : 1))) % options.length;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
      input.setAttribute('aria-activedescendant', 'found-' + at);
    } else if (event.key === 'Enter' && options.length) {
      choose(options[Math.max(at, 0)].querySelector('bdi').textContent);
    } else if (event.key === 'Escape') {
      close();
    }
  }

  function choose(term) {
    close();
    State.go({ term }, 'phrase');
  }

  return h('div', { class: 'search' }, input, list);
}

let isPrinting = false;

/** Paper is never dark. */
function isDark() {
  if (isPrinting) {
    return false;
  }
  const chosen = State.get('theme');
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function render() {
  State.read();
  language = State.get('lang') || (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  Filter.set(State.get('region'), State.get('from'), State.get('to'), State.get('kind'));
  const view = VIEWS.find((each) => each.name === State.view) ?? Overview;
  document.title = viewWord(view) + ' · ' + say('title');
  Charts.clear();
  document.querySelectorAll('dialog').forEach((dialog) => dialog.remove());
  document.querySelector('#page').replaceChildren(
    header(),
    h('div', { class: 'columns' }, navigation(view),
      h('main', { tabindex: '-1', 'data-view': view.name },
        h('h2', { class: view.asks().startsWith('“') ? 'hang' : null }, own(view.asks())),
        filterBar(view),
        view.draw().flat(2).filter(Boolean),
        h('footer', null, say('keys')))));
  Charts.draw();
  document.documentElement.dataset.ready = view.name;
}

function onKey(event) {
  if (event.target.matches('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const current = VIEWS.findIndex((view) => view.name === State.view);
  if (event.key === '/') {
    event.preventDefault();
    document.querySelector('#find').focus();
  } else if (event.key === '[' || event.key === ']') {
    const step = event.key === ']' ? 1 : VIEWS.length - 1;
    State.go({}, VIEWS[(Math.max(current, 0) + step) % VIEWS.length].name);
  }
}

async function start() {
  const page = h('div', { id: 'page' }, h('p', { class: 'loading' }, '政语 Zhengyu …'));
  document.body.append(page);
  await readData();
  render();
  let lastView = State.view;
  addEventListener('hashchange', () => {
    render();
    if (State.view !== lastView) {
      scrollTo(0, 0);
      lastView = State.view;
    }
  });
  addEventListener('resize', () => Charts.resize());
  const print = (begins) => () => {
    const wasDark = isDark();
    isPrinting = begins;
    if (isDark() !== wasDark) {
      render();
    }
    Charts.fitPaper();
  };
  addEventListener('beforeprint', print(true));
  addEventListener('afterprint', print(false));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', render);
  document.addEventListener('keydown', onKey);
}

start();
