package org.zhengyu.transforms.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The encoding that a page names in its own head. */
public final class HtmlCharset {
  /** Browsers look no further than 1024 bytes; saved pages may have comments before. */
  private static final int HEAD_BYTES = 1 << 13;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:<meta\\b[^>]{0,200}?charset|<\\?xml\\b[^>]{0,80}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private HtmlCharset() {}

  /** The encoding that a page names; null when it names none that is known. */
  public static @Nullable Charset of(byte[] html) {
    String head = new String(html, 0, Math.min(HEAD_BYTES, html.length), ISO_8859_1);
    Matcher named = NAMED.matcher(head);
    return named.find() ? byName(named.group(1)) : null;
  }

  /** The encoding of this name; null when it is none that is known. */
  public static @Nullable Charset byName(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
