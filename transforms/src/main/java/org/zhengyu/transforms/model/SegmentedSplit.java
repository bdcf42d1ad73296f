package org.zhengyu.transforms.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.ElementBytes;
import org.zhengyu.transforms.packed.ElementCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The tokens of many documents, packed: one list of types, and for every document its paragraphs
 * and sentences as type numbers. Counting reads it as often as it needs, and nobody segments twice.
 * It holds words only, and only sentences and paragraphs that have one; beside them the {@link
 * InnerUses} of a sentence, which cost nothing where there are none.
 */
public final class SegmentedSplit {
  private static final ElementCoder<SegmentedSplit> CODER =
      ElementCoder.of(
          SegmentedSplit.class,
          split -> split.packed.length(),
          split -> split.packed,
          SegmentedSplit::new);

  private final ElementBytes packed;

  private SegmentedSplit(ElementBytes packed) {
    this.packed = packed;
  }

  /** The coder: the packed bytes. */
  public static Coder<SegmentedSplit> coder() {
    return CODER;
  }

  /** Takes the tokens of one document after another. */
  public static final class Builder {
    private final TypeTable types = new TypeTable();
    private final PackedWriter documents = new PackedWriter();
    private final PackedWriter stream = new PackedWriter(1 << 16);
    private final PackedWriter document = new PackedWriter(1 << 14);
    private final PackedWriter allJoints = new PackedWriter();
    private final PackedWriter joints = new PackedWriter();
    private int documentCount;
    private int paragraphCount;
    private int sentencesInParagraph;
    private final PackedWriter paragraph = new PackedWriter(1 << 12);

    /** The types of all documents so far. */
    public TypeTable types() {
      return types;
    }

    /** Takes what stands between the words of the current document, see {@link Joints}. */
    public PackedWriter joints() {
      return joints;
    }

    /**
     * Adds a sentence to the current paragraph; one without words is left out.
     *
     * @param typeNumbers its words
     * @param count how many they are
     * @param uses of phrases that are no tokens
     */
    public void addSentence(int[] typeNumbers, int count, InnerUses uses) {
      if (count == 0) {
        return;
      }
      sentencesInParagraph++;
      boolean hasUses = uses.size() > 0;
      paragraph.putVarint((long) count << 1 | (hasUses ? 1 : 0));
      for (int i = 0; i < count; i++) {
        paragraph.putVarint(typeNumbers[i]);
      }
      if (hasUses) {
        uses.pack(paragraph);
      }
    }

    /** Ends the current paragraph. */
    public void endParagraph() {
      if (sentencesInParagraph > 0) {
        paragraphCount++;
        document.putVarint(sentencesInParagraph).putRaw(paragraph.array(), 0, paragraph.size());
        paragraph.clear();
        sentencesInParagraph = 0;
      }
    }

    /** Ends the current document. */
    public void endDocument(CountedDocument ended) {
      documentCount++;
      ended.pack(documents);
      documents.putVarint(paragraphCount).putVarint(document.size()).putVarint(joints.size());
      stream.putRaw(document.array(), 0, document.size());
      allJoints.putRaw(joints.array(), 0, joints.size());
      document.clear();
      joints.clear();
      paragraphCount = 0;
    }

    /** The packed size so far, without the types. */
    public int size() {
      return stream.size() + allJoints.size();
    }

    /** Whether no document was ended. */
    public boolean isEmpty() {
      return documentCount == 0;
    }

    /** The split of all documents so far. */
    public SegmentedSplit build() {
      PackedWriter out = new PackedWriter(size() + documents.size() + types.size() * 12);
      out.putVarint(types.size());
      for (int type = 0; type < types.size(); type++) {
        out.putBytes(types.utf8(type))
            .putByte(types.tag(type))
            .putBoolean(types.isContent(type))
            .putVarint(types.phrase(type) + 1L);
      }
      out.putVarint(documentCount)
          .putBytes(documents.array(), 0, documents.size())
          .putBytes(allJoints.array(), 0, allJoints.size())
          .putRaw(stream.array(), 0, stream.size());
      return new SegmentedSplit(ElementBytes.of(out.toByteArray()));
    }
  }

  /** Is led through documents, paragraphs and sentences in their order. */
  public interface Visitor {
    /** A document begins. */
    default void beginDocument(CountedDocument document) {}

    /** What stands between the words of the document, see {@link Joints}; before its sentences. */
    default void joints(PackedReader joints) {}

    /** A sentence of {@code count} tokens, and its other uses of phrases; both are reused. */
    void sentence(int[] types, int count, InnerUses uses);

    /** A paragraph ends. */
    default void endParagraph() {}

    /** A document ends. */
    default void endDocument() {}
  }

  /** The types with their terms as UTF-8. */
  public Types types() {
    return new Types(new PackedReader(packed.get()));
  }

  /** The types of a split, unpacked. */
  public static final class Types {
    private final byte[][] terms;
    private final byte[] tags;
    private final boolean[] content;
    private final int[] phrases;

    private Types(PackedReader in) {
      int count = in.getCount();
      terms = new byte[count][];
      tags = new byte[count];
      content = new boolean[count];
      phrases = new int[count];
      for (int type = 0; type < count; type++) {
        terms[type] = in.getBytes();
        tags[type] = (byte) in.getByte();
        content[type] = in.getBoolean();
        phrases[type] = in.getCount() - 1;
      }
    }

    /** How many there are. */
    public int size() {
      return terms.length;
    }

    /** Whether it is a term, and does not stand for tokens that are left out. */
    public boolean isTerm(int type) {
      return terms[type].length > 0;
    }

    /** The term in UTF-8; shared, not to be changed. */
    public byte[] term(int type) {
      return terms[type];
    }

    /** See {@link TypeTable#tag}. */
    public int tag(int type) {
      return tags[type] & 0xFF;
    }

    /** See {@link TypeTable#isContent}. */
    public boolean isContent(int type) {
      return content[type];
    }

    /** See {@link TypeTable#phrase}. */
    public int phrase(int type) {
      return phrases[type];
    }
  }

  /** The key of its first document: no other split of the corpus has it. */
  public long key() {
    PackedReader in = new PackedReader(packed.get());
    skipTypes(in);
    in.getCount();
    return CountedDocument.unpack(takeBytes(in)).key();
  }

  /** The documents whose keys are wanted, without their tokens. */
  public List<CountedDocument> documents(LongPredicate wanted) {
    PackedReader in = new PackedReader(packed.get());
    skipTypes(in);
    int documentCount = in.getCount();
    PackedReader heads = takeBytes(in);
    List<CountedDocument> documents = new ArrayList<>();
    for (int d = 0; d < documentCount; d++) {
      CountedDocument document = CountedDocument.unpack(heads);
      heads.getVarint();
      heads.getVarint();
      heads.getVarint();
      if (wanted.test(document.key())) {
        documents.add(document);
      }
    }
    return documents;
  }

  /** Leads a visitor through the documents whose keys are wanted. */
  public void visit(LongPredicate wanted, Visitor visitor) {
    byte[] bytes = packed.get();
    PackedReader stream = new PackedReader(bytes);
    skipTypes(stream);
    int documentCount = stream.getCount();
    PackedReader heads = takeBytes(stream);
    PackedReader joints = takeBytes(stream);
    int[] sentence = new int[256];
    InnerUses uses = new InnerUses();
    for (int d = 0; d < documentCount; d++) {
      CountedDocument document = CountedDocument.unpack(heads);
      int paragraphs = heads.getCount();
      int length = heads.getCount();
      int jointsLength = heads.getCount();
      int jointsBegin = joints.position();
      joints.skip(jointsLength);
      if (!wanted.test(document.key())) {
        stream.skip(length);
        continue;
      }
      visitor.beginDocument(document);
      visitor.joints(new PackedReader(bytes, jointsBegin, jointsLength));
      for (int p = 0; p < paragraphs; p++) {
        int sentences = stream.getCount();
        for (int s = 0; s < sentences; s++) {
          int countAndFlag = stream.getCount();
          int count = countAndFlag >>> 1;
          if (count > sentence.length) {
            sentence = Arrays.copyOf(sentence, count * 2);
          }
          for (int i = 0; i < count; i++) {
            sentence[i] = stream.getCount();
          }
          if ((countAndFlag & 1) != 0) {
            uses.read(stream);
          } else {
            uses.clear();
          }
          visitor.sentence(sentence, count, uses);
        }
        visitor.endParagraph();
      }
      visitor.endDocument();
    }
  }

  /**
   * The split without some tokens. They are no events any more but keep their places: a type that
   * is no term, whose spelling is empty, stands for them. Uses of phrases that share characters
   * with one are left out, too, and what stood between the words.
   *
   * @param leftOut by the key of a document the tokens to leave out, by their places in it
   */
  public SegmentedSplit without(LongFunction<BitSet> leftOut) {
    byte[] bytes = packed.get();
    PackedReader in = new PackedReader(bytes);
    int noTerm = in.getCount();
    int beginOfTypes = in.position();
    in = new PackedReader(bytes);
    skipTypes(in);
    TokenRemover rest = new TokenRemover(noTerm, leftOut);
    visit(key -> true, rest);
    PackedWriter out = new PackedWriter(bytes.length);
    out.putVarint(noTerm + 1L).putRaw(bytes, beginOfTypes, in.position() - beginOfTypes);
    out.putString("").putByte(0).putBoolean(false).putVarint(0);
    rest.pack(out);
    return new SegmentedSplit(ElementBytes.of(out.toByteArray()));
  }

  private static void skipTypes(PackedReader in) {
    int count = in.getCount();
    for (int type = 0; type < count; type++) {
      in.skip(in.getCount());
      in.skip(2);
      in.getVarint();
    }
  }

  /** A reader of the bytes behind their length, which the reader of the split is taken behind. */
  private static PackedReader takeBytes(PackedReader in) {
    int length = in.getCount();
    PackedReader taken = new PackedReader(in.array(), in.position(), length);
    in.skip(length);
    return taken;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentedSplit that && packed.equals(that.packed);
  }

  @Override
  public int hashCode() {
    return packed.hashCode();
  }

  /** Appends the split as the last part of a packed element. */
  public void pack(PackedWriter out) {
    out.putRaw(packed.get(), 0, packed.length());
  }

  /** Reads a split that is the last part of a packed element. */
  public static SegmentedSplit unpack(PackedReader in) {
    return new SegmentedSplit(ElementBytes.of(in.rest()));
  }
}
