package org.zhengyu.transforms.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.zhengyu.transforms.decode.DecodedText.Source;
import org.zhengyu.transforms.decode.UndecodableTextException.Reason;

/**
 * Turns the bytes of a document into text.
 *
 * <p>The encoding is, in this order: that of the byte order mark (UTF-8, UTF-16, UTF-32, GB18030);
 * UTF-8, if the whole document is valid in it and Chinese; the declared one, if the whole document
 * is valid in it; UTF-8, if the whole document is valid in it; UTF-16 without a mark, if four of
 * five code units are characters of Chinese or English text; UTF-8 with damage; the declared one
 * with damage; GB18030 or Big5, whichever yields more of the everyday characters of Chinese,
 * GB18030 on a tie. GB2312 and GBK are read as GB18030, which contains both, and Big5 as
 * Big5-HKSCS.
 *
 * <p>Damage means at most {@value #MAX_BAD_BYTES} undecodable bytes and at least {@value
 * #SOUND_PER_BAD} sound multi-byte characters for each of them; every malformed sequence becomes
 * one U+FFFD. The first rule bounds what is lost of a long document, the second keeps a short
 * document of another encoding from passing as a damaged one.
 *
 * <p>A text may hold {@value #MAX_CONTROLS} control characters, or one in a thousand if it is long,
 * and never more than one in ten; tab, line feed, carriage return, vertical tab, form feed, next
 * line (U+0085) and the end-of-file mark 0x1A do not count.
 */
public final class Decoder {
  static final int MAX_BAD_BYTES = 3;
  static final int SOUND_PER_BAD = 5;
  static final int MAX_CONTROLS = 3;

  /** Enough to tell two encodings apart with certainty; a longer look costs time only. */
  private static final int SAMPLE_BYTES = 1 << 16;

  private static final double MIN_UTF_16_PLAUSIBILITY = 0.8;

  /** Chinese text is above 0.9, even of names; UTF-8 read as GB18030 is about 0.5. */
  private static final double MIN_CHINESE_PLAUSIBILITY = 0.6;

  private static final char END_OF_FILE = 0x1A;
  private static final char NEXT_LINE = 0x85;

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

  private Decoder() {}

  /**
   * As {@link #decode(byte[], int, int, Charset)}, with nothing declared.
   *
   * @throws UndecodableTextException if the bytes are no text, or no text that can be read
   */
  public static DecodedText decode(byte[] bytes, int offset, int length)
      throws UndecodableTextException {
    return decode(bytes, offset, length, null);
  }

  /**
   * Decodes {@code length} bytes from {@code offset}. No bytes are the empty text, in UTF-8.
   *
   * @param declared the encoding that the user or a container names, or null; a declaration that
   *     the bytes contradict is ignored
   * @throws UndecodableTextException if the bytes are no text, or no text that can be read
   * @throws IndexOutOfBoundsException if the range lies outside the array
   */
  public static DecodedText decode(byte[] bytes, int offset, int length, Charset declared)
      throws UndecodableTextException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Bytes document = new Bytes(bytes, offset, length);
    ByteOrderMark mark = ByteOrderMark.of(document);
    if (mark != null) {
      int skip = mark.length();
      return Attempt.of(document, skip, mark.charset()).checked(skip).as(Source.BOM);
    }
    refuseFileFormats(document);
    Charset widened = declared == null ? null : widen(declared);
    Attempt utf8 = Attempt.utf8(document);
    boolean isUtf8 = utf8.badBytes == 0 && firstExcessControl(utf8.text) < 0;
    if (isUtf8
        && (widened == null || EverydayCharacters.share(utf8.text) >= MIN_CHINESE_PLAUSIBILITY)) {
      return utf8.as(Source.UTF8);
    }
    if (widened != null) {
      Attempt attempt = Attempt.of(document, 0, widened);
      if (attempt.badBytes == 0 && firstExcessControl(attempt.text) < 0) {
        return attempt.as(Source.DECLARED);
      }
    }
    if (isUtf8) {
      return utf8.as(Source.UTF8);
    }
    Charset utf16 = unmarkedUtf16(document);
    if (utf16 != null) {
      return Attempt.of(document, 0, utf16).checked(0).as(Source.DETECTED);
    }
    if (utf8.badBytes == 0 || utf8.isTolerable()) {
      return utf8.checked(0).as(Source.UTF8);
    }
    if (widened != null) {
      Attempt attempt = Attempt.of(document, 0, widened);
      if (attempt.isTolerable() && firstExcessControl(attempt.text) < 0) {
        return attempt.as(Source.DECLARED);
      }
    }
    return detectChinese(document, utf8).as(Source.DETECTED);
  }

  /**
   * Decodes all of a file that must be UTF-8, without tolerance. Its byte order mark is left out.
   *
   * @throws UndecodableTextException with the offset of the first byte that is not UTF-8
   */
  public static String decodeUtf8(byte[] bytes) throws UndecodableTextException {
    Bytes document = new Bytes(bytes, 0, bytes.length);
    Attempt attempt = Attempt.utf8(document);
    if (attempt.badBytes > 0) {
      throw attempt.malformed();
    }
    boolean marked = ByteOrderMark.of(document) == ByteOrderMark.UTF_8;
    return marked ? attempt.text.substring(1) : attempt.text;
  }

  /** Whether characters of an encoding, so line ends too, take units of two or four bytes. */
  public static boolean hasWideUnits(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  /** GB2312 and GBK are subsets of GB18030, and files that claim them often hold more. */
  private static Charset widen(Charset declared) {
    switch (declared.name()) {
      case "GB2312":
      case "GBK":
      case "x-mswin-936":
        return GB18030;
      case "Big5":
        return BIG5;
      default:
        return declared;
    }
  }

  private static Attempt detectChinese(Bytes document, Attempt utf8)
      throws UndecodableTextException {
    // Nearly all pairs of UTF-8 bytes are valid GB18030 too, as garbage.
    if (utf8.soundMultiByte > SOUND_PER_BAD * utf8.badBytes) {
      throw utf8.malformed();
    }
    // The first byte beyond ASCII begins a character in every encoding that is asked about.
    int begin = document.firstBeyondAscii();
    int sample = Math.min(document.length - begin, SAMPLE_BYTES);
    double gb =
        EverydayCharacters.share(
            new String(document.array, document.offset + begin, sample, GB18030));
    double big5 =
        EverydayCharacters.share(new String(document.array, document.offset + begin, sample, BIG5));
    Attempt attempt = Attempt.of(document, 0, big5 > gb ? BIG5 : GB18030);
    int control = firstExcessControl(attempt.text);
    if (control >= 0) {
      throw binary(attempt, control, 0);
    }
    if (Math.max(gb, big5) < MIN_CHINESE_PLAUSIBILITY) {
      throw new UndecodableTextException(
          Reason.UNRECOGNISED, utf8.firstBad, "neither UTF-8 nor an encoding of Chinese");
    }
    return attempt.checked(0);
  }

  private static Charset unmarkedUtf16(Bytes document) {
    int sample = Math.min(document.length, SAMPLE_BYTES) & ~1;
    int units = sample / 2;
    int little = 0;
    int big = 0;
    for (int i = 0; i < sample; i += 2) {
      int first = document.at(i);
      int second = document.at(i + 1);
      if (isPlain((char) (first | second << 8))) {
        little++;
      }
      if (isPlain((char) (first << 8 | second))) {
        big++;
      }
    }
    if (units == 0 || Math.max(little, big) < MIN_UTF_16_PLAUSIBILITY * units || little == big) {
      return null;
    }
    return little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static boolean isPlain(char c) {
    boolean printable = c >= ' ' && c < 0x7F;
    return printable || c == '\n' || c == '\r' || c == '\t' || EverydayCharacters.contains(c);
  }

  private static void refuseFileFormats(Bytes document) throws UndecodableTextException {
    for (FileFormat format : FileFormat.values()) {
      if (document.startsWith(format.signature)) {
        throw new UndecodableTextException(Reason.FILE_FORMAT, 0, format.description);
      }
    }
  }

  /** Index of the first control character if there are more than a text may have, else -1. */
  private static int firstExcessControl(String text) {
    int count = 0;
    int first = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) && count++ == 0) {
        first = i;
      }
    }
    boolean many = count > Math.max(MAX_CONTROLS, text.length() / 1000);
    return many || count > text.length() / 10 ? first : -1;
  }

  private static boolean isControl(char c) {
    if (c < ' ') {
      return c < '\t' || (c > '\r' && c != END_OF_FILE);
    }
    return c >= 0x7F && c < 0xA0 && c != NEXT_LINE;
  }

  private static UndecodableTextException binary(Attempt attempt, int index, int markLength) {
    int before = attempt.text.substring(0, index).getBytes(attempt.charset).length;
    return new UndecodableTextException(
        Reason.BINARY, markLength + before, "control characters: this is data, not text");
  }

  private enum FileFormat {
    PDF("%PDF-", "a PDF file: extract its text first"),
    RTF("{\\rtf", "a Rich Text file: save it as plain text first"),
    ZIP("PK\u0003\u0004", "a ZIP container (docx, xlsx, epub): extract its text first"),
    OLE("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "a Word 97 file: extract its text");

    private final String signature;
    private final String description;

    FileFormat(String signature, String description) {
      this.signature = signature;
      this.description = description;
    }
  }

  /** A document read in one encoding, whatever it took. */
  private static final class Attempt {
    private final Charset charset;
    private final String text;
    private final int badBytes;
    private final int firstBad;
    private final int soundMultiByte;

    private Attempt(Charset charset, String text, int badBytes, int firstBad, int sound) {
      this.charset = charset;
      this.text = text;
      this.badBytes = badBytes;
      this.firstBad = firstBad;
      this.soundMultiByte = sound;
    }

    /** Valid UTF-8 takes the fast way of the JDK, which yields U+FFFD only for malformed input. */
    static Attempt utf8(Bytes document) {
      String text =
          new String(document.array, document.offset, document.length, StandardCharsets.UTF_8);
      return text.indexOf('\uFFFD') < 0
          ? new Attempt(StandardCharsets.UTF_8, text, 0, -1, 0)
          : of(document, 0, StandardCharsets.UTF_8);
    }

    static Attempt of(Bytes document, int skip, Charset charset) {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in =
          ByteBuffer.wrap(document.array, document.offset + skip, document.length - skip).slice();
      double charsPerByte = Math.max(1, decoder.maxCharsPerByte());
      CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * charsPerByte) + 1);
      int badBytes = 0;
      int firstBad = -1;
      while (true) {
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
          break;
        }
        if (firstBad < 0) {
          firstBad = skip + in.position();
        }
        badBytes += result.length();
        in.position(in.position() + result.length());
        out.put('\uFFFD');
      }
      decoder.flush(out);
      out.flip();
      String text = out.toString();
      int sound = badBytes == 0 ? 0 : countNonAscii(text);
      return new Attempt(charset, text, badBytes, firstBad, sound);
    }

    private static int countNonAscii(String text) {
      int count = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 0x80 && c != '\uFFFD') {
          count++;
        }
      }
      return count;
    }

    boolean isTolerable() {
      return badBytes <= MAX_BAD_BYTES && badBytes * SOUND_PER_BAD <= soundMultiByte;
    }

    Attempt checked(int markLength) throws UndecodableTextException {
      int control = firstExcessControl(text);
      if (control >= 0) {
        throw binary(this, control, markLength);
      }
      if (!isTolerable()) {
        throw malformed();
      }
      return this;
    }

    UndecodableTextException malformed() {
      return new UndecodableTextException(
          Reason.MALFORMED, firstBad, badBytes + " bytes that are not " + charset.name());
    }

    DecodedText as(Source source) {
      return new DecodedText(text, charset.name(), source);
    }
  }
}
