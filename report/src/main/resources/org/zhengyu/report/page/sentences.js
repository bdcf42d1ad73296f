// Back to the text: the lines of a concordance, and a window of them for any number on the page.

const CONTEXT_STEP = 40;

/** Lines with the phrase in the middle. */
function concordanceLines(rows, width) {
  return h('div', { class: 'kwic', role: 'table', 'aria-label': say('concordance') },
    rows.map((row) => {
      const document = documentsById().get(row.doc_id);
      return h('div', { role: 'row', class: isUse(row) ? null : 'noUse' },
        h('span', { role: 'cell', class: 'left' }, own(lastOf(row.context_left ?? '', width))),
        h('mark', { role: 'cell', title: say(row.status) }, own(row.form ?? row.phrase)),
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

/** The occurrences on the page of a phrase, near another term if one is given, that the filter lets through. */
function linesOf(term, near) {
  return (occurrencesByPhrase().get(term) ?? []).filter((row) => Filter.passesDocument(row.doc_id)
    && (!near || (row.context_left + row.form + row.context_right).includes(near)));
}

/** The query that gives all sentences with a term, as far as this result has them. */
function sentencesSql(term, near) {
  const stored = Data.about.manifest.tables ?? {};
  if (stored.sentences) {
    return tableSql('sentences', 'WHERE list_contains(terms, ' + sqlText(term) + ')'
      + (near ? ' AND list_contains(terms, ' + sqlText(near) + ')' : ''));
  }
  if (phrasesByName().has(term) && stored.phrase_occurrences) {
    return tableSql('phrase_occurrences', 'WHERE phrase = ' + sqlText(term)
      + (near ? ' AND contains(context_left || context_right, ' + sqlText(near) + ')' : ''));
  }
  if (stored.tokens) {
    return tableSql('tokens', 'WHERE term = ' + sqlText(term));
  }
  return '';
}

/** The command that prints all sentences with a term; nothing where the result has no sentences. */
function kwicCommand(term, near) {
  if (!(Data.about.manifest.tables ?? {}).sentences) {
    return '';
  }
  return './zhengyu kwic ' + shellText(resultFolder()) + ' ' + shellText(literally(term))
    + (near ? ' --near=' + shellText(literally(near)) : '');
}

/** As `kwic` finds it: what is no phrase is read as a regular expression. */
function literally(term) {
  return phrasesByName().has(term) ? term : term.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

function shellText(text) {
  return /^[\p{L}\p{N}/._-]+$/u.test(text) ? text : '\'' + text.replaceAll('\'', '\'\\\'\'') + '\'';
}

function openSentences(term, near) {
  // Of a pair with one phrase the lines are those of the phrase.
  const [node, other] = near && !occurrencesByPhrase().has(term) ? [near, term] : [term, near];
  const lines = linesOf(node, other).filter(isUse);
  const sql = sentencesSql(node, other);
  const command = kwicCommand(node, other);
  const title = near ? say('sentencesOfTwo', term, near) : say('sentencesOf', term);
  const dialog = h('dialog', { 'aria-label': title, class: 'sentences' },
    h('header', null, h('h2', null, own(title)), button(say('close'), () => dialog.close())),
    h('p', { class: 'note' }, say('sentencesHere', count(lines.length))),
    lines.length ? concordanceLines(lines.slice(0, 200), CONTEXT_STEP) : null,
    command ? [h('p', null, say('sentencesElsewhere')), h('pre', null, own(command)), copyButton('copyCommand', command)] : null,
    sql ? [h('p', null, say('sentencesSql')), h('pre', null, own(sql)), copyButton('copySql', sql)]
      : h('p', null, say('sentencesNotStored')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A number that leads to its sentences. */
function sentencesButton(number, term, near) {
  return button(count(number), () => openSentences(term, near),
    { class: 'link', 'aria-label': count(number) + ', ' + (near ? say('sentencesOfTwo', term, near) : say('sentencesOf', term)) });
}
