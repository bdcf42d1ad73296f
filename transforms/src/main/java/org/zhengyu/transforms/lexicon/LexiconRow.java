package org.zhengyu.transforms.lexicon;

import java.util.List;

/**
 * A row of a lexicon file as written, its fields told apart and nothing checked.
 *
 * @param line where it stands, from 1
 * @param phrase the canonical form
 * @param category the category; empty without
 * @param variants the other forms
 * @param since the year in which the phrase came up; empty without
 */
record LexiconRow(int line, String phrase, String category, List<String> variants, String since) {}
