package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/** Documents of which some have the id or the text of another, and which of them are admitted. */
public final class SampleIdentities {
  public static final Identity FIRST = new Identity(10, "甲", "a.txt", "aa", 5);
  private static final Identity OTHER_TEXT_SAME_ID = new Identity(20, "甲", "b.txt", "bb", 5);
  private static final Identity SAME_TEXT = new Identity(30, "乙", "c.txt", "aa", 5);
  private static final Identity SAME_BOTH = new Identity(40, "乙", "d.txt", "aa", 5);
  private static final Identity TEXT_OF_THE_REFUSED = new Identity(50, "丙", "e.txt", "bb", 5);
  private static final Identity TEXT_AGAIN = new Identity(60, "丁", "f.txt", "aa", 5);
  public static final Identity EMPTY = new Identity(70, "戊", "g.txt", "", 5);
  public static final Identity EMPTY_TOO = new Identity(80, "己", "h.txt", "", 5);
  private static final Identity EMPTY_SAME_ID = new Identity(90, "己", "i.txt", "", 5);

  /** By the rank of a refused document: the name of the one that has its id. */
  public static final Map<Long, String> REFUSED = Map.of(20L, "a.txt", 40L, "c.txt", 90L, "h.txt");

  /**
   * By the rank of a document: the id of the one whose text it repeats. 丙 repeats a refused
   * document only, which is not there to be repeated.
   */
  public static final Map<Long, String> DUPLICATES = Map.of(30L, "甲", 60L, "甲");

  public static final List<Identity> ALL =
      List.of(
          FIRST,
          OTHER_TEXT_SAME_ID,
          SAME_TEXT,
          SAME_BOTH,
          TEXT_OF_THE_REFUSED,
          TEXT_AGAIN,
          EMPTY,
          EMPTY_TOO,
          EMPTY_SAME_ID);

  private SampleIdentities() {}

  /** A run of these, by their ids. */
  public static SortedRun run(List<Identity> identities) {
    SortedRunBuilder run = new SortedRunBuilder();
    for (Identity identity : identities) {
      PackedWriter packed = new PackedWriter();
      identity.pack(packed);
      run.add(identity.id().getBytes(UTF_8), packed);
    }
    return run.build();
  }
}
