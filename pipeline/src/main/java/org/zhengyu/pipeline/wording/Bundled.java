package org.zhengyu.pipeline.wording;

import java.util.Arrays;
import java.util.Locale;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;

/** A message: a constant of an enum that has a bundle of texts in every language beside it. */
public interface Bundled {
  /** The constant's name. */
  String name();

  /** The name by which the bundles have it. */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /**
   * The message in a language.
   *
   * @param values what it speaks of, in the order in which its description names them; what is said
   *     in both languages is said in this one
   */
  default String in(Language language, Object... values) {
    Object[] said =
        Arrays.stream(values)
            .map(value -> value instanceof Wording wording ? wording.in(language) : value)
            .toArray();
    String text = Bundle.of(getClass(), language).getProperty(key());
    return String.format(Locale.ROOT, Plural.chosen(text, said), said);
  }

  /**
   * The message in both languages, for who does not know in which it will be read.
   *
   * @param values what it speaks of
   */
  default Wording with(Object... values) {
    return new Wording(in(Language.ENGLISH, values), in(Language.CHINESE, values));
  }
}
