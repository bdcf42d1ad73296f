// Back to the text: the lines of a concordance, and a window of them for any number on the page.

const CONTEXT_STEP = 40;

/** So many lines are shown where they cannot be asked for more. */
const MOST_LINES = 200;

/** Lines with the phrase in the middle. */
function concordanceLines(rows, width) {
  return h('div', { class: 'kwic', role: 'table', 'aria-label': say('concordance') },
    rows.map((row) => {
      const document = documentsById().get(row.doc_id);
      return h('div', { role: 'row', class: isUse(row) ? null : 'noUse' },
        h('span', { role: 'cell', class: 'left' }, own(lastOf(row.context_left ?? '', width))),
        h('mark', { role: 'cell', title: row.status ? say(row.status) : null }, own(row.form ?? row.phrase)),
        h('span', { role: 'cell', class: 'right' }, own(firstOf(row.context_right ?? '', width))),
        h('span', { role: 'cell', class: 'source', title: row.doc_id + ':' + row.begin_offset },
          own([document?.year, document?.region].filter(Boolean).join(' ')), ' ', own(document?.title ?? row.doc_id)));
    }));
}

function firstOf(text, characters) {
  return [...text].slice(0, characters).join('');
}

function lastOf(text, characters) {
  return [...text].slice(-characters).join('');
}

/** The occurrences on the page of a phrase that the filter lets through, and of these those in a group or period. */
function linesOf(term, within) {
  return (occurrencesByPhrase().get(term) ?? []).filter((row) => Filter.passesDocument(row.doc_id)
    && isWithin(row.doc_id, within));
}

/** Whether the page knows this field of documents: of the metadata it knows those by which the run made groups. */
function isTold(facet) {
  return Data.tables.get('documents')?.has(facet) === true;
}

/** Whether a document is in a group and a period, as far as the page knows it. */
function isWithin(docId, within) {
  if (!within) {
    return true;
  }
  const document = documentsById().get(docId);
  return document !== undefined
    && (!within.facet || isTold(within.facet))
    && (!within.facet || (String(document[within.facet] ?? '') === within.value) === !within.isOthers)
    && (!isYear(within.period) || document.year === Number(within.period))
    && (!isMonth(within.period) || String(document.date ?? '').startsWith(within.period));
}

/** Sentences that were drawn for pairs, with their terms. */
const drawnSentences = once(() => rowsOf('sentences').map((row) => ({ ...row, terms: row.terms.split('\n'),
  sharing: (row.shared_pairs ?? '').split('\n') })));

/** Those that have these terms, and not for the characters alone that they share. */
function sentencesWith(terms, within) {
  return drawnSentences().filter((row) => terms.every((term) => row.terms.includes(term))
    && !row.sharing.includes(terms.join('|')) && !row.sharing.includes([...terms].reverse().join('|'))
    && Filter.passesDocument(row.doc_id) && isWithin(row.doc_id, within));
}

/** A sentence as a line around a term of it, as far as the term stands there as it is called. */
function lineAround(row, term) {
  const at = row.text.indexOf(term);
  const [left, form] = at < 0 ? ['', ''] : [row.text.slice(0, at), term];
  return { doc_id: row.doc_id, begin_offset: row.begin_offset, is_use: true, form, context_left: left,
    context_right: row.text.slice(left.length + form.length) };
}

/** Lines on the page with a term, and near it another one if that is given: of the phrase itself, and of what was drawn for pairs. */
function linesWith(term, near, within) {
  const uses = (node) => linesOf(node, within).filter(isUse);
  const ofPhrase = !near ? uses(term)
    : [...uses(term).filter((row) => stands(near, row)), ...uses(near).filter((row) => stands(term, row))];
  const isIn = (sentence) => ofPhrase.some((row) => row.doc_id === sentence.doc_id
    && row.begin_offset >= sentence.begin_offset && row.begin_offset < sentence.end_offset);
  return [...ofPhrase, ...sentencesWith(near ? [term, near] : [term], within).filter((sentence) => !isIn(sentence))
    .map((sentence) => lineAround(sentence, term))];
}

function stands(term, row) {
  return (row.context_left + row.context_right).includes(term);
}

function openSentences(term, near, within) {
  const lines = linesWith(term, near, within);
  const sql = sentencesSql(term, near, within);
  const command = kwicCommand(term, near, within);
  const title = near ? say('sentencesOfTwo', term, near) : say('sentencesOf', term);
  const place = [within?.isOthers ? say('elsewhere') : within?.value, within?.period].filter(Boolean).join(' ');
  openDialog([title, place].filter(Boolean).join(' · '),
    h('p', { class: 'note' }, within?.facet && !isTold(within.facet) ? say('sentencesOfField', within.facet)
      : say('sentencesHere', count(lines.length))),
    lines.length ? concordanceLines(lines.slice(0, MOST_LINES), CONTEXT_STEP) : null,
    command ? [h('p', null, say('sentencesElsewhere')), h('pre', null, own(command)), copyButton('copyCommand', command)] : null,
    sql ? sqlBlock(sql) : h('p', null, say('sentencesNotStored')));
}

/** A number that leads to its sentences. */
function sentencesButton(number, term, near, within) {
  return button(count(number), () => openSentences(term, near, within),
    { class: 'link', 'aria-label': count(number) + ', ' + (near ? say('sentencesOfTwo', term, near) : say('sentencesOf', term)) });
}
