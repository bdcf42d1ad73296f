package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.Parenthesis;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;

/**
 * A condition on the fields of documents, as behind {@code WHERE} in SQL: comparisons of a field
 * with a number or a text, {@code between}, {@code in}, {@code like}, {@code is null}, joined by
 * {@code and}, {@code or}, {@code not} and parentheses. There are no functions, so that nothing
 * runs but comparisons. As in SQL a comparison with a field that a document has not is neither true
 * nor false, and only what is true fits.
 *
 * <p>A field is compared as a number where the other side is one, else by its characters, so that
 * days compare as in ISO 8601. Places are known by any of their names.
 */
public final class DocumentCondition implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is quoted, or one of the words in the first group. */
  private static final Pattern LIKE =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|\\b([ir]?like|similar|regexp\\w*)\\b", Pattern.CASE_INSENSITIVE);

  private final String text;
  private transient @Nullable Test test;

  private DocumentCondition(String text, Test test) {
    this.text = text;
    this.test = test;
  }

  /** Whether fields are so; null where it cannot be said. */
  @FunctionalInterface
  private interface Test {
    @Nullable Boolean of(DescribedFields fields);
  }

  /** A condition that cannot be understood. */
  public static final class InvalidConditionException extends Exception {
    private static final long serialVersionUID = 1L;

    private InvalidConditionException(String part) {
      super(part);
    }

    /** The part of it that cannot be understood; all of it where that cannot be told. */
    public String part() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Reads a condition.
   *
   * @throws InvalidConditionException when it is none, or uses more of SQL than is offered
   */
  public static DocumentCondition parse(String text) throws InvalidConditionException {
    return new DocumentCondition(text, compile(text));
  }

  /** Whether it is true of a document. */
  public boolean fits(Description description) {
    return Boolean.TRUE.equals(test().of(new DescribedFields(description)));
  }

  /** As it was given. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentCondition that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private synchronized Test test() {
    if (test == null) {
      try {
        test = compile(text);
      } catch (InvalidConditionException e) {
        throw new IllegalStateException("a condition that was checked before is wrong now", e);
      }
    }
    return test;
  }

  private static Test compile(String text) throws InvalidConditionException {
    try {
      return test(CCJSqlParserUtil.parseCondExpression(inCapitals(text), false));
    } catch (JSQLParserException | TokenMgrException e) {
      throw new InvalidConditionException(text);
    }
  }

  /**
   * The parser looks for these words by their capitals in the language of the machine, which in
   * Turkish are others.
   */
  private static String inCapitals(String text) {
    return LIKE.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    word.group(1) == null ? word.group() : word.group(1).toUpperCase(Locale.ROOT)));
  }

  private static Test test(Expression condition) throws InvalidConditionException {
    if (condition instanceof AndExpression both) {
      return and(test(both.getLeftExpression()), test(both.getRightExpression()));
    }
    if (condition instanceof OrExpression either) {
      Test left = test(either.getLeftExpression());
      Test right = test(either.getRightExpression());
      return not(and(not(left), not(right)));
    }
    if (condition instanceof NotExpression not) {
      return not(test(not.getExpression()));
    }
    if (condition instanceof Parenthesis inner) {
      return test(inner.getExpression());
    }
    if (condition instanceof ComparisonOperator comparison) {
      return comparison(comparison);
    }
    if (condition instanceof Between between) {
      Operand field = operand(between.getLeftExpression());
      Operand least = operand(between.getBetweenExpressionStart(), field);
      Operand most = operand(between.getBetweenExpressionEnd(), field);
      Test within = and(compared(field, ">=", least), compared(field, "<=", most));
      return between.isNot() ? not(within) : within;
    }
    if (condition instanceof InExpression in) {
      return in(in);
    }
    if (condition instanceof LikeExpression like) {
      return like(like);
    }
    if (condition instanceof IsNullExpression isNull) {
      Operand field = operand(isNull.getLeftExpression());
      return fields -> (field.of(fields) == null) != isNull.isNot();
    }
    throw new InvalidConditionException(condition.toString());
  }

  private static Test and(Test left, Test right) {
    return fields -> {
      Boolean one = left.of(fields);
      Boolean other = right.of(fields);
      if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
        return false;
      }
      return (one == null || other == null) ? null : true;
    };
  }

  private static Test not(Test test) {
    return fields -> {
      Boolean value = test.of(fields);
      return value == null ? null : !value;
    };
  }

  private static Test comparison(ComparisonOperator comparison) throws InvalidConditionException {
    Operand left = operand(comparison.getLeftExpression(), name(comparison.getRightExpression()));
    Operand right = operand(comparison.getRightExpression(), name(comparison.getLeftExpression()));
    return compared(left, comparison.getStringExpression(), right);
  }

  private static Test compared(Operand left, String operator, Operand right)
      throws InvalidConditionException {
    return switch (operator) {
      case "=" -> ordered(left, right, order -> order == 0);
      case "<>", "!=" -> ordered(left, right, order -> order != 0);
      case "<" -> ordered(left, right, order -> order < 0);
      case "<=" -> ordered(left, right, order -> order <= 0);
      case ">" -> ordered(left, right, order -> order > 0);
      case ">=" -> ordered(left, right, order -> order >= 0);
      default -> throw new InvalidConditionException(operator);
    };
  }

  private static Test ordered(Operand left, Operand right, IntPredicate isSo) {
    return fields -> {
      Integer order = order(left.of(fields), right.of(fields), left.isNumber || right.isNumber);
      return order == null ? null : isSo.test(order);
    };
  }

  private static @Nullable Integer order(
      @Nullable String left, @Nullable String right, boolean asNumbers) {
    if (left == null || right == null) {
      return null;
    }
    if (!asNumbers) {
      return left.compareTo(right);
    }
    try {
      return new BigDecimal(left).compareTo(new BigDecimal(right));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Test in(InExpression in) throws InvalidConditionException {
    if (!(in.getRightExpression() instanceof ExpressionList<?> list)) {
      throw new InvalidConditionException(in.toString());
    }
    Operand field = operand(in.getLeftExpression());
    Test none = fields -> true;
    for (Expression each : list) {
      none = and(none, not(compared(field, "=", operand(each, field))));
    }
    return in.isNot() ? none : not(none);
  }

  private static Test like(LikeExpression like) throws InvalidConditionException {
    boolean isPlain =
        like.getLikeKeyWord() == LikeExpression.KeyWord.LIKE
            && like.getEscape() == null
            && like.getRightExpression() instanceof StringValue;
    if (!isPlain) {
      throw new InvalidConditionException(like.toString());
    }
    Operand field = operand(like.getLeftExpression());
    Pattern pattern = pattern(((StringValue) like.getRightExpression()).getNotExcapedValue());
    Test matches =
        fields -> {
          String value = field.of(fields);
          return value == null ? null : pattern.matcher(value).matches();
        };
    return like.isNot() ? not(matches) : matches;
  }

  private static Pattern pattern(String like) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      switch (like.charAt(i)) {
        case '%' -> pattern.append(".*");
        case '_' -> pattern.append('.');
        default -> pattern.append(Pattern.quote(like.substring(i, i + 1)));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  /** A field, or a value that is the same for all documents. */
  private record Operand(@Nullable String field, @Nullable String value, boolean isNumber) {
    @Nullable String of(DescribedFields fields) {
      return field == null ? value : fields.text(field);
    }
  }

  private static Operand operand(Expression expression) throws InvalidConditionException {
    return operand(expression, (String) null);
  }

  private static Operand operand(Expression expression, Operand other)
      throws InvalidConditionException {
    return operand(expression, other.field());
  }

  /** An operand, where the other is a field of this name. */
  private static Operand operand(Expression expression, @Nullable String other)
      throws InvalidConditionException {
    String name = name(expression);
    if (name != null) {
      return new Operand(name, null, false);
    }
    if (expression instanceof StringValue text) {
      String value = text.getNotExcapedValue().strip();
      boolean isPlace = Fields.REGION.equals(other) || "parent_region".equals(other);
      return new Operand(null, isPlace ? Regions.of(value).name() : value, false);
    }
    boolean isNumber =
        expression instanceof LongValue
            || expression instanceof DoubleValue
            || expression instanceof SignedExpression;
    String digits = expression.toString().replace(" ", "");
    if (isNumber && digits.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
      return new Operand(null, digits, true);
    }
    throw new InvalidConditionException(expression.toString());
  }

  /** The name of a field; null where it is none. */
  private static @Nullable String name(Expression expression) {
    return expression instanceof Column column
        ? FieldNames.usual(column.getFullyQualifiedName().replaceAll("^[\"`]|[\"`]$", ""))
        : null;
  }
}
