package org.zhengyu.transforms.input;

import java.util.List;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The keys by which records of metadata are found, in their canonical form. Only their hashes are
 * held; a key itself is read from its record again when it is asked for.
 */
final class MetadataKeys {
  /** A record has a file, an id, or both. */
  private static final int MOST_KEYS = 2;

  private static final int MOST_SLOTS = 1 << 29;

  /** 2^32 divided by the golden ratio: spreads hashes that are near each other. */
  private static final int GOLDEN = 0x9E3779B9;

  private final MetadataRecords records;

  /** A hash in the upper half, and in the lower the number of a key plus 1; 0 where it is free. */
  private final long[] slots;

  /** Keys of records, none of which is added yet. */
  MetadataKeys(MetadataRecords records) {
    this.records = records;
    int keys = Math.max(1, records.size() * MOST_KEYS);
    slots = new long[Math.min(MOST_SLOTS, Integer.highestOneBit(keys) << 2)];
  }

  /**
   * Adds the keys of the record at a place.
   *
   * @return the place of another record that has one of them; the same place where there is none
   */
  int add(int place) {
    List<String> keys = keysOf(place);
    for (int which = 0; which < keys.size(); which++) {
      String key = MetadataJoin.canonical(keys.get(which));
      int slot = slotOf(key);
      if (slots[slot] == 0) {
        slots[slot] = (long) key.hashCode() << Integer.SIZE | (place * MOST_KEYS + which + 1);
      } else if (placeIn(slot) != place) {
        return placeIn(slot);
      }
    }
    return place;
  }

  /** The first key of a record that another has as well, as it stands there. */
  String shared(int place, int other) {
    List<String> others = keysOf(other).stream().map(MetadataJoin::canonical).toList();
    return keysOf(place).stream()
        .filter(key -> others.contains(MetadataJoin.canonical(key)))
        .findFirst()
        .orElseThrow();
  }

  /** The place of the record that has a key in this canonical form; null without. */
  @Nullable Integer get(String key) {
    int slot = slotOf(key);
    return slots[slot] == 0 ? null : placeIn(slot);
  }

  /** Hands over all keys in their canonical form with the places of their records. */
  void forEach(ObjIntConsumer<String> consumer) {
    for (int place = 0; place < records.size(); place++) {
      for (String key : keysOf(place)) {
        consumer.accept(MetadataJoin.canonical(key), place);
      }
    }
  }

  private List<String> keysOf(int place) {
    Fields fields = records.fields(place);
    String file = fields.text(Fields.FILE);
    String id = fields.text(Fields.ID);
    boolean isInFile = file != null && id != null && Formats.hasRecords(file);
    return isInFile
        ? List.of(file + "#" + id)
        : Stream.of(file, id).filter(Objects::nonNull).toList();
  }

  private int placeIn(int slot) {
    return ((int) slots[slot] - 1) / MOST_KEYS;
  }

  /** Where a key is, or is to be. */
  private int slotOf(String key) {
    int hash = key.hashCode();
    int mask = slots.length - 1;
    int slot = (hash ^ hash >>> 15) * GOLDEN & mask;
    while (slots[slot] != 0 && !(slots[slot] >> Integer.SIZE == hash && key.equals(keyIn(slot)))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private String keyIn(int slot) {
    int number = (int) slots[slot] - 1;
    return MetadataJoin.canonical(keysOf(number / MOST_KEYS).get(number % MOST_KEYS));
  }
}
