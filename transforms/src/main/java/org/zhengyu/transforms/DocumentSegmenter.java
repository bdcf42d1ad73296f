package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.SegmentedUnit;
import org.zhengyu.transforms.model.TokenRecord;
import org.zhengyu.transforms.model.TypeTable;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.text.DocumentStructure;
import org.zhengyu.transforms.text.HanLpSegmenter;
import org.zhengyu.transforms.text.Lexicon;
import org.zhengyu.transforms.text.MatchStatus;
import org.zhengyu.transforms.text.Matches;
import org.zhengyu.transforms.text.Paragraph;
import org.zhengyu.transforms.text.PartOfSpeech;
import org.zhengyu.transforms.text.PhraseMatcher;
import org.zhengyu.transforms.text.Segmenter;
import org.zhengyu.transforms.text.SentenceSplitter;
import org.zhengyu.transforms.text.Tokens;
import org.zhengyu.transforms.text.Zone;

/**
 * Takes one document at a time from its text to tokens, and hands them to a {@link
 * SegmentedUnit.Builder}; packs the occurrences of phrases and, where asked, the tokens themselves
 * as rows. Belongs to one thread.
 */
final class DocumentSegmenter {
  private final SegmentationSettings settings;
  private final Lexicon lexicon;
  private final PhraseMatcher matcher;
  private final Segmenter segmenter = HanLpSegmenter.create();
  private final Matches matches = new Matches();
  private final Tokens tokens = new Tokens();

  /** The rows of the document that was segmented last. */
  private final PackedWriter occurrences = new PackedWriter();

  private final PackedWriter tokenRows = new PackedWriter();

  private int[] typesOfSentence = new int[256];
  private int[] lastDocumentOfType = new int[1024];
  private int documentNumber;
  private @Nullable TypeTable typesSeen;

  private long paragraphs;
  private long sentences;
  private long tokenCount;
  private long typeCount;
  private boolean hasOccurrences;

  DocumentSegmenter(SegmentationSettings settings) {
    this.settings = settings;
    this.lexicon = settings.lexicon().lexicon();
    this.matcher = settings.lexicon().matcher();
  }

  /** Segments a document into the unit. */
  DocumentRecord segment(PolicyDocument document, SegmentedUnit.Builder unit) {
    startDocument(document, unit.types());
    String headline = null;
    List<Paragraph> structure = DocumentStructure.of(document.text(), settings.folding());
    for (Paragraph paragraph : structure) {
      if (headline == null && paragraph.zone() == Zone.HEADLINE) {
        headline = paragraph.text();
      }
      long sentencesBefore = sentences;
      String text = paragraph.text();
      SentenceSplitter.split(
          text, (begin, end) -> addSentence(paragraph, text.substring(begin, end), begin, unit));
      unit.endParagraph();
      if (sentences > sentencesBefore) {
        paragraphs++;
      }
    }
    unit.endDocument(document.key(), document.id(), tokenCount);
    Description description = document.description();
    if (description.title() == null && headline != null) {
      description = description.withTitle(headline);
    }
    String text = document.text();
    return new DocumentRecord(
        document.id(),
        document.uri(),
        description,
        document.encoding(),
        document.encodingSource(),
        document.bytes(),
        text.codePointCount(0, text.length()),
        paragraphs,
        sentences,
        tokenCount,
        typeCount,
        HexFormat.of().formatHex(DocumentReader.newSha256().digest(text.getBytes(UTF_8))),
        null);
  }

  /** The packed occurrences of the last document behind its head; to be read before the next. */
  PackedWriter occurrences() {
    return occurrences;
  }

  /** Whether the last document has an occurrence. */
  boolean hasOccurrences() {
    return hasOccurrences;
  }

  /** The packed tokens of the last document behind its head, if they were asked for. */
  PackedWriter tokenRows() {
    return tokenRows;
  }

  private static void startRows(PackedWriter rows, DocumentHead head) {
    rows.clear();
    head.pack(rows);
  }

  private void startDocument(PolicyDocument document, TypeTable types) {
    if (types != typesSeen) {
      typesSeen = types;
      documentNumber = 0;
      Arrays.fill(lastDocumentOfType, 0);
    }
    documentNumber++;
    DocumentHead head = new DocumentHead(document.id(), document.description().from());
    startRows(occurrences, head);
    startRows(tokenRows, head);
    paragraphs = 0;
    sentences = 0;
    tokenCount = 0;
    typeCount = 0;
    hasOccurrences = false;
  }

  private void addSentence(
      Paragraph paragraph, String sentence, int offset, SegmentedUnit.Builder unit) {
    matcher.find(sentence, matches);
    segmenter.segment(sentence, matches, tokens);
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.word(i)) {
        continue;
      }
      if (words == typesOfSentence.length) {
        typesOfSentence = Arrays.copyOf(typesOfSentence, words * 2);
      }
      int type = typeOf(sentence, i, unit.types());
      typesOfSentence[words] = type;
      if (settings.writesTokens()) {
        packToken(paragraph, offset, i, words, unit.types().term(type));
      }
      words++;
    }
    if (words == 0) {
      return;
    }
    unit.addSentence(typesOfSentence, words);
    for (int i = 0; i < matches.size(); i++) {
      packOccurrence(paragraph, offset, i);
      hasOccurrences = true;
    }
    tokenCount += words;
    sentences++;
  }

  /** The type of a token: a phrase is counted under its canonical form, whatever its variant. */
  private int typeOf(String sentence, int token, TypeTable types) {
    int phrase = tokens.phrase(token);
    PartOfSpeech tag = tokens.tag(token);
    int type;
    if (phrase == Tokens.NO_PHRASE) {
      type = types.find(sentence, tokens.begin(token), tokens.end(token));
      if (type < 0) {
        String term = tokens.form(token);
        type = types.add(term, tag.code(), isContent(term, tag), phrase);
      } else if (types.tag(type) != tag.code()) {
        types.seeAgain(type, tag.code(), isContent(types.term(type), tag));
      }
    } else {
      String term = lexicon.phrase(phrase);
      type = types.find(term, 0, term.length());
      if (type < 0) {
        type = types.add(term, tag.code(), true, phrase);
      }
    }
    countType(type);
    return type;
  }

  private void countType(int type) {
    if (type >= lastDocumentOfType.length) {
      lastDocumentOfType = Arrays.copyOf(lastDocumentOfType, Math.max(type + 1, type * 2));
    }
    if (lastDocumentOfType[type] != documentNumber) {
      lastDocumentOfType[type] = documentNumber;
      typeCount++;
    }
  }

  private boolean isContent(String term, PartOfSpeech tag) {
    return tag.isContent()
        && term.codePointCount(0, term.length()) >= 2
        && !settings.stopWords().contains(term);
  }

  private void packToken(Paragraph paragraph, int offset, int token, int position, String term) {
    int begin = offset + tokens.begin(token);
    int end = offset + tokens.end(token);
    new TokenRecord(
            paragraph.zone().ordinal(),
            paragraphs,
            sentences,
            position,
            paragraph.begin(begin),
            paragraph.end(end),
            paragraph.slice(begin, end),
            term,
            tokens.tag(token).code(),
            tokens.phrase(token))
        .pack(tokenRows);
  }

  private void packOccurrence(Paragraph paragraph, int offset, int match) {
    int begin = offset + matches.begin(match);
    int end = offset + matches.end(match);
    int length = paragraph.text().length();
    int width = settings.contextWidth();
    int left = begin - Math.min(begin, width);
    int right = end + Math.min(length - end, width);
    new Occurrence(
            matches.phrase(match),
            paragraph.slice(begin, end),
            MatchStatus.of(matches, match, tokens).ordinal(),
            paragraph.zone().ordinal(),
            paragraphs,
            sentences,
            paragraph.begin(begin),
            paragraph.end(end),
            paragraph.asWritten(onBorder(paragraph.text(), left), begin),
            paragraph.asWritten(end, onBorder(paragraph.text(), right)))
        .pack(occurrences);
  }

  /** The same place, or one to the left where that would cut a surrogate pair. */
  private static int onBorder(String text, int place) {
    boolean inside =
        place > 0
            && place < text.length()
            && Character.isLowSurrogate(text.charAt(place))
            && Character.isHighSurrogate(text.charAt(place - 1));
    return inside ? place - 1 : place;
  }
}
