// The same from the tables: queries for DuckDB, and commands.

function sqlText(text) {
  return '\'' + String(text).replaceAll('\'', '\'\'') + '\'';
}

function resultFolder() {
  return (Data.about.manifest.options?.output ?? 'OUT').replace(/\/+$/, '');
}

/** A table of the result, to be read from. */
function stored(table) {
  return 'read_parquet(' + sqlText(resultFolder() + '/' + table + '/*.parquet') + ')';
}

/** Whether the result has a table. */
function isStored(table) {
  return table in (Data.about.manifest.tables ?? {});
}

/** The query that gives a table, or rows of it. */
function tableSql(table, rest) {
  return 'SELECT * FROM ' + stored(table) + (rest ? ' ' + rest : '') + ';';
}

/** Whether a table of the result has a column, as far as the page knows. */
function hasColumn(table, column) {
  return column in (Data.about.columns[table] ?? {});
}

/** A condition on `cooccurrences` for pairs that rankings have; nothing where the table does not tell. */
function rankedPairsSql() {
  return hasColumn('cooccurrences', 'caution') ? ' AND caution IS NULL' : '';
}

/**
 * Documents that count and that pass the filter, and of these a group or a period if one is given.
 *
 * within: {facet, value, isOthers, period}, each where it is known; isOthers: of all but this value
 */
function documentsWhere(within) {
  const conditions = [];
  if (hasColumn('documents', 'is_selected')) {
    conditions.push('is_selected');
  }
  if (Data.about.manifest.options?.keepDuplicates !== 'true') {
    conditions.push('duplicate_of IS NULL');
  }
  return [...conditions, ...restrictions(within)].join(' AND ') || 'true';
}

/** What the filter, a group and a period ask of a document. */
function restrictions(within) {
  const conditions = [];
  if (Filter.region) {
    conditions.push(Filter.region === '–' ? 'region IS NULL' : 'region = ' + sqlText(Filter.region));
  }
  if (Filter.from) {
    conditions.push('year >= ' + Number(Filter.from));
  }
  if (Filter.to) {
    conditions.push('year <= ' + Number(Filter.to));
  }
  if (Filter.kind) {
    conditions.push('doc_type = ' + sqlText(Filter.kind));
  }
  if (within?.facet) {
    conditions.push((hasColumn('documents', within.facet) ? within.facet + '::VARCHAR'
      : 'json_extract_string(metadata, ' + sqlText('$."' + within.facet + '"') + ')') + (within.isOthers ? ' IS DISTINCT FROM ' : ' = ') + sqlText(within.value));
  }
  if (isYear(within?.period)) {
    conditions.push('year = ' + Number(within.period));
  } else if (isMonth(within?.period)) {
    conditions.push('strftime(date, \'%Y-%m\') = ' + sqlText(within.period));
  }
  return conditions;
}

/** A condition on `doc_id` for such documents; nothing where all are meant. */
function ofDocuments(within) {
  const conditions = restrictions(within);
  return conditions.length === 0 ? ''
    : ' AND doc_id IN (SELECT doc_id FROM ' + stored('documents') + ' WHERE ' + conditions.join(' AND ') + ')';
}

/** Uses of phrases, of all where none are named, each with its document, that the filter lets through. */
function usesSql(select, terms, rest) {
  return 'SELECT ' + select + ' FROM ' + stored('phrase_occurrences') + ' AS occurrence JOIN ' + stored('documents')
    + ' AS document USING (doc_id) WHERE ' + (hasColumn('phrase_occurrences', 'is_use') ? 'is_use' : 'status = \'token\'')
    + (terms ? ' AND phrase IN (' + terms.map(sqlText).join(', ') + ')' : '') + ' AND ' + documentsWhere() + ' ' + rest + ';';
}

/** The column of `trends` by which periods follow each other. */
function timeColumn() {
  return hasColumn('trends', 'first_day') ? 'first_day' : 'period';
}

/** A condition on `period` for the years of the filter; nothing where all are meant. */
function periodsSql() {
  return !yearsAct() ? '' : (Filter.from ? ' AND left(period, 4) >= ' + sqlText(Filter.from) : '')
    + (Filter.to ? ' AND left(period, 4) <= ' + sqlText(Filter.to) : '');
}

/** The query that gives all sentences with a term, as far as this result has them. */
function sentencesSql(term, near, within) {
  if (isStored('sentences')) {
    return tableSql('sentences', 'WHERE list_contains(terms, ' + sqlText(term) + ')'
      + (near ? ' AND list_contains(terms, ' + sqlText(near) + ')' : '') + ofDocuments(within));
  }
  if (phrasesByName().has(term) && isStored('phrase_occurrences')) {
    return tableSql('phrase_occurrences', 'WHERE phrase = ' + sqlText(term)
      + (near ? ' AND contains(context_left || context_right, ' + sqlText(near) + ')' : '') + ofDocuments(within));
  }
  if (isStored('tokens')) {
    return tableSql('tokens', 'WHERE term = ' + sqlText(term) + ofDocuments(within));
  }
  return '';
}

/** The command that prints all sentences with a term; nothing where the result has no sentences. */
function kwicCommand(term, near, within) {
  if (!isStored('sentences')) {
    return '';
  }
  const by = within?.facet ?? (isYear(within?.period) ? 'year' : '');
  return './zhengyu kwic ' + shellText(resultFolder()) + ' ' + shellText(literally(term))
    + (near ? ' --near=' + shellText(literally(near)) : '') + (by ? ' --by=' + shellText(by) : '');
}

/** As `kwic` finds it: what is no phrase is read as a regular expression. */
function literally(term) {
  return phrasesByName().has(term) ? term : term.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

function shellText(text) {
  return /^[\p{L}\p{N}/._-]+$/u.test(text) ? text : '\'' + text.replaceAll('\'', '\'\\\'\'') + '\'';
}
