package org.zhengyu.pipeline.cli;

import java.util.List;
import java.util.Optional;

/** What values an option can have, and how they are typed. */
public interface ValueType<T> {
  /** How a help text names a value. */
  String label();

  /**
   * The value that a text stands for.
   *
   * @throws WrongValueException if it stands for none
   */
  T parse(String text) throws WrongValueException;

  /** The names a value can have, or consist of; empty where they cannot be listed. */
  default List<String> names() {
    return List.of();
  }

  /** Whether a value is a path or a list of paths. */
  default boolean isPath() {
    return false;
  }

  /** The value of an option that stands alone; empty where it must be given one. */
  default Optional<String> whenAlone() {
    return Optional.empty();
  }
}
