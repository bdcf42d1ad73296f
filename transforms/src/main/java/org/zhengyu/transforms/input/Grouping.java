package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate;

/**
 * By what documents are grouped. Facet 0 is always the period; the others are fields of the
 * documents, in the order in which they were asked for.
 *
 * @param period how long a period is
 * @param fields the fields, by their canonical names
 */
public record Grouping(Period period, List<String> fields) implements Serializable {
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

  /** The length of a period. */
  public enum Period {
    /** A year, such as 2024. */
    YEAR,
    /** A month, such as 2024-03. */
    MONTH;

    /** The name, as an option has it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The period after one, both written as in the tables. */
    public String next(String period) {
      return switch (this) {
        case YEAR -> Year.parse(period).plusYears(1).toString();
        case MONTH -> YearMonth.parse(period).plusMonths(1).toString();
      };
    }

    /** When a period, written as in the tables, begins, in years. */
    public double years(String period) {
      return switch (this) {
        case YEAR -> Year.parse(period).getValue();
        case MONTH -> {
          YearMonth month = YearMonth.parse(period);
          yield month.getYear() + (month.getMonthValue() - 1) / 12.0;
        }
      };
    }

    /** The period of a document; null when its date is not known well enough. */
    private @Nullable Object of(Description description) {
      KnownDate date = description.date();
      if (date == null) {
        return null;
      }
      return switch (this) {
        case YEAR -> date.year();
        case MONTH -> date.month();
      };
    }
  }

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
    return number == PERIOD_FACET ? period.label() : fields.get(number - FIRST_FIELD_FACET);
  }

  /** Whether a text may say of itself what a facet is about: its title, date, issuer, place. */
  public boolean mayStandInText(int facet) {
    return facet == PERIOD_FACET
        || (DescribedFields.isDescribed(facet(facet)) && !facet(facet).equals(Fields.DOC_TYPE));
  }

  /** Whether a facet says when a document is from, as a period does. */
  public boolean isTime(int facet) {
    return facet == PERIOD_FACET || facet(facet).equals(Fields.YEAR);
  }

  /** A document's value of every facet; {@link #UNKNOWN} where it has none. */
  public List<String> valuesOf(Description description) {
    List<String> values = new ArrayList<>(facets());
    Object ofPeriod = period.of(description);
    values.add(ofPeriod == null ? UNKNOWN : ofPeriod.toString());
    DescribedFields described = new DescribedFields(description);
    for (String field : fields) {
      String value = described.text(field);
      values.add(value == null ? UNKNOWN : value);
    }
    return values;
  }
}
