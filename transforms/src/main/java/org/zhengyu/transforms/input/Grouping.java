package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate;

/**
 * By what documents are grouped. Facet 0 is always the period; the others are fields of the
 * documents, in the order in which they were asked for.
 *
 * @param periods the periods
 * @param fields the fields, by their canonical names; where periods have names of their own, these
 *     are a field too
 */
public record Grouping(Periods periods, List<String> fields) implements Serializable {
  /** The number of the facet that is the period. */
  public static final int PERIOD_FACET = 0;

  /** The number of the first facet that is a field. */
  public static final int FIRST_FIELD_FACET = 1;

  /** What the tables call the facet of the whole corpus. */
  public static final String CORPUS = "corpus";

  /** What they call its one value. */
  public static final String ALL = "all";

  /** The value of a document that has none. */
  public static final String UNKNOWN = "";

  /** What named periods are called, and the field that has their names. */
  static final String PERIOD = "period";

  /** Takes the usual Chinese titles of fields for their names. */
  public Grouping {
    fields = fields.stream().map(FieldNames::usual).toList();
  }

  /** The number of facets. */
  public int facets() {
    return FIRST_FIELD_FACET + fields.size();
  }

  /** The name of a facet. */
  public String facet(int number) {
    return number == PERIOD_FACET ? periods.label() : fields.get(number - FIRST_FIELD_FACET);
  }

  /** The middle of a period, by its key, in years. */
  public double middleOfPeriod(String key) {
    return periods.middle(key);
  }

  /** Whether a text may say of itself what a facet is about: its title, date, issuer, place. */
  public boolean mayStandInText(int facet) {
    return isTime(facet)
        || (DescribedFields.isDescribed(facet(facet)) && !facet(facet).equals(Fields.DOC_TYPE));
  }

  /** Whether a facet says when a document is from, as a period does. */
  public boolean isTime(int facet) {
    return facet == PERIOD_FACET || facet(facet).equals(Fields.YEAR) || isNamedPeriods(facet);
  }

  /** Whether a facet is a field that has the names of periods. */
  public boolean isNamedPeriods(int facet) {
    return facet != PERIOD_FACET && isNamedPeriods(facet(facet));
  }

  private boolean isNamedPeriods(String field) {
    return field.equals(PERIOD) && periods instanceof NamedPeriods;
  }

  /**
   * A document's value of every facet, of the period its key; {@link #UNKNOWN} where it has none.
   */
  public List<String> valuesOf(Description description) {
    List<String> values = new ArrayList<>(facets());
    KnownDate date = description.date();
    String period = date == null ? null : periods.keyOf(date);
    values.add(period == null ? UNKNOWN : period);
    DescribedFields described = new DescribedFields(description);
    for (String field : fields) {
      String value = described.text(field);
      if (isNamedPeriods(field)) {
        value = period == null ? null : periods.name(period);
      }
      values.add(value == null ? UNKNOWN : value);
    }
    return values;
  }
}
