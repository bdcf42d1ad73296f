package org.zhengyu.pipeline.cli;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The values that options have. */
public final class ValueTypes {
  private ValueTypes() {}

  /** Reads a value from a text that is not blank. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(String text) throws WrongValueException;
  }

  /** A type that is its label and its reader. */
  private record Plain<T>(String label, Reader<T> reader, boolean isPath) implements ValueType<T> {
    @Override
    public T parse(String text) throws WrongValueException {
      return reader.read(text);
    }
  }

  /** Any text. */
  public static ValueType<String> text(String label) {
    return new Plain<>(label, text -> text, false);
  }

  /** A path, or several with commas between. */
  public static ValueType<String> path(String label) {
    return new Plain<>(label, text -> text, true);
  }

  /** Paths with commas between, in the order in which they are given. */
  public static ValueType<List<String>> paths(String label) {
    return new Plain<>(label, ValueTypes::splitPaths, true);
  }

  private static List<String> splitPaths(String text) throws WrongValueException {
    List<String> paths = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (paths.contains("")) {
      throw new WrongValueException(Message.EMPTY_NAME, text);
    }
    return paths;
  }

  /** True or false; true where the option stands alone. */
  public static ValueType<Boolean> flag() {
    return new Flag();
  }

  private record Flag() implements ValueType<Boolean> {
    @Override
    public String label() {
      return "true|false";
    }

    @Override
    public Boolean parse(String text) throws WrongValueException {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new WrongValueException(Message.NOT_A_FLAG, text);
      };
    }

    @Override
    public List<String> names() {
      return List.of("true", "false");
    }

    @Override
    public Optional<String> whenAlone() {
      return Optional.of("true");
    }
  }

  /** A whole number from the least on. */
  public static ValueType<Long> wholeFrom(long least) {
    return new Plain<>("N", text -> whole(text, least, Long.MAX_VALUE), false);
  }

  /** A whole number from the least on that an {@code int} can hold. */
  public static ValueType<Integer> countFrom(int least) {
    return count(least, Integer.MAX_VALUE);
  }

  /** A whole number from the least to the most, both included. */
  public static ValueType<Integer> count(int least, int most) {
    return new Plain<>("N", text -> (int) whole(text, least, most), false);
  }

  private static long whole(String text, long least, long most) throws WrongValueException {
    BigInteger number;
    try {
      number = new BigInteger(text);
    } catch (NumberFormatException e) {
      throw new WrongValueException(Message.NOT_WHOLE, text);
    }
    boolean tooSmall = number.compareTo(BigInteger.valueOf(least)) < 0;
    if (tooSmall && most >= Integer.MAX_VALUE) {
      throw new WrongValueException(Message.TOO_SMALL, least, text);
    }
    if (tooSmall || number.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new WrongValueException(Message.OUT_OF_RANGE, least, most, text);
    }
    return number.longValue();
  }

  /** A number from 0 to 1. */
  public static ValueType<Double> fraction() {
    return new Plain<>("X", ValueTypes::fraction, false);
  }

  private static double fraction(String text) throws WrongValueException {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new WrongValueException(Message.NOT_A_NUMBER, text);
    }
    if (!(number >= 0 && number <= 1)) {
      throw new WrongValueException(Message.OUT_OF_RANGE, 0, 1, text);
    }
    return number;
  }

  /** The name of an encoding that this Java knows, as it is registered. */
  public static ValueType<String> encoding() {
    return new Plain<>("NAME", ValueTypes::encoding, false);
  }

  private static String encoding(String text) throws WrongValueException {
    try {
      return Charset.forName(text).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new WrongValueException(Message.UNKNOWN_ENCODING, text);
    }
  }

  /** Names with commas between, in lower case, each once, in the order in which they are given. */
  public static ValueType<Set<String>> names(String label) {
    return new Plain<>(label, ValueTypes::split, false);
  }

  private static Set<String> split(String text) throws WrongValueException {
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
    if (names.contains("")) {
      throw new WrongValueException(Message.EMPTY_NAME, text);
    }
    return names;
  }

  /** One of these values. */
  public static <T> ValueType<T> choice(List<T> values, Function<T, String> name) {
    return new Choice<>(named(values, name));
  }

  /** One of these names, or else a path. */
  public static ValueType<String> nameOrPath(List<String> names) {
    return new NameOrPath(names);
  }

  private record NameOrPath(List<String> names) implements ValueType<String> {
    @Override
    public String label() {
      return String.join("|", names) + "|FILE";
    }

    @Override
    public String parse(String text) {
      String name = text.strip().toLowerCase(Locale.ROOT);
      return names.contains(name) ? name : text;
    }

    @Override
    public boolean isPath() {
      return true;
    }
  }

  /** Some of these values, with commas between; they keep the order they have here. */
  public static <T> ValueType<List<T>> choices(List<T> values, Function<T, String> name) {
    return new Choices<>(new Choice<>(named(values, name)));
  }

  /**
   * Several of these, by name, in the order of the values, or {@code all}; a plus or minus before a
   * name adds to what is usual or takes from it.
   */
  public static <T> ValueType<Selection<T>> selection(List<T> values, Function<T, String> name) {
    return new Selections<>(new Choice<>(named(values, name)));
  }

  private static <T> Map<String, T> named(List<T> values, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    values.forEach(value -> named.put(name.apply(value), value));
    return named;
  }

  private record Choice<T>(Map<String, T> values) implements ValueType<T> {
    @Override
    public String label() {
      return String.join("|", values.keySet());
    }

    @Override
    public T parse(String text) throws WrongValueException {
      T value = values.get(text.strip().toLowerCase(Locale.ROOT));
      if (value == null) {
        String names = String.join(", ", values.keySet());
        List<String> near = Suggestions.of(text, values.keySet());
        throw near.isEmpty()
            ? new WrongValueException(Message.NOT_A_CHOICE, text, names)
            : new WrongValueException(Message.NEAR_A_CHOICE, text, names, String.join(", ", near));
      }
      return value;
    }

    @Override
    public List<String> names() {
      return List.copyOf(values.keySet());
    }
  }

  private record Choices<T>(Choice<T> each) implements ValueType<List<T>> {
    @Override
    public String label() {
      return "NAME[,NAME...]";
    }

    @Override
    public List<T> parse(String text) throws WrongValueException {
      Set<T> chosen = new LinkedHashSet<>();
      for (String name : split(text)) {
        chosen.add(each.parse(name));
      }
      return each.values().values().stream().filter(chosen::contains).toList();
    }

    @Override
    public List<String> names() {
      return each.names();
    }
  }

  private record Selections<T>(Choice<T> each) implements ValueType<Selection<T>> {
    private static final String ALL = "all";

    @Override
    public String label() {
      return "[+-]NAME[,[+-]NAME...]";
    }

    @Override
    public Selection<T> parse(String text) throws WrongValueException {
      List<T> all = List.copyOf(each.values().values());
      List<Selection.Step<T>> steps = new ArrayList<>();
      boolean isChange = isSigned(text.strip());
      for (String signed : split(text)) {
        boolean adds = !signed.startsWith("-");
        String name = isSigned(signed) ? signed.substring(1) : signed;
        boolean isAll = name.strip().equalsIgnoreCase(ALL);
        steps.add(new Selection.Step<>(adds, isAll ? List.of() : List.of(each.parse(name))));
      }
      return new Selection<>(all, isChange, steps);
    }

    private static boolean isSigned(String name) {
      return name.startsWith("+") || name.startsWith("-");
    }

    @Override
    public List<String> names() {
      return each.names();
    }
  }
}
