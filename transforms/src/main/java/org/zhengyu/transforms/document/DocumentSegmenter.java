package org.zhengyu.transforms.document;

import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.Mojibake;
import org.zhengyu.transforms.lexicon.Categories;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PackedSentences;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TokenRecord;
import org.zhengyu.transforms.model.TypeTable;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.segment.ContentWords;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.segment.OccurrenceJudge;
import org.zhengyu.transforms.segment.PartOfSpeech;
import org.zhengyu.transforms.segment.PatternMerger;
import org.zhengyu.transforms.segment.Segmenter;
import org.zhengyu.transforms.segment.Tokens;
import org.zhengyu.transforms.structure.DocumentStructure;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.Paragraph;
import org.zhengyu.transforms.structure.SentenceSplitter;
import org.zhengyu.transforms.structure.Zone;

/**
 * Takes one document at a time from its text to tokens, and hands them to a {@link
 * SegmentedSplit.Builder}; packs the occurrences of phrases and, where asked, the sentences and the
 * tokens themselves as rows. Belongs to one thread.
 */
public final class DocumentSegmenter {
  /**
   * Takes the rows of the document that is segmented, packed behind its head, a piece at a time.
   */
  public interface RowReceiver {
    /** Some of the occurrences, in the order of the text; the writer is reused. */
    void occurrences(PackedWriter rows);

    /** Some of the sentences, in the order of the text; the writer is reused. */
    void sentences(PackedWriter rows);

    /** Some of the tokens, in the order of the text; the writer is reused. */
    void tokens(PackedWriter rows);
  }

  /** The size at which a piece of rows is handed over, however many a document has. */
  private static final int PIECE_BYTES = 1 << 20;

  private static final int UNKNOWN = -1;

  private final SegmentationSettings settings;
  private final Lexicon lexicon;
  private final PhraseMatcher matcher;
  private final Categories categories;
  private final Segmenter segmenter;
  private final @Nullable PatternMerger patterns;
  private final OccurrenceJudge judge;
  private final SecondReading undisputed;
  private final ContentWords contentWords;
  private final Matches matches = new Matches();
  private final Tokens tokens = new Tokens();
  private final InnerUses innerUses = new InnerUses();

  /** The head of the rows of the current document, and the rows since the last piece. */
  private final PackedWriter head = new PackedWriter();

  private @Nullable RowReceiver receiver;
  private final PackedWriter occurrences = new PackedWriter();
  private final PackedWriter tokenRows = new PackedWriter();
  private final PackedWriter sentenceRows = new PackedWriter();
  private final PackedSentences.Writer packedSentences = new PackedSentences.Writer(sentenceRows);
  private final JointWriter joints = new JointWriter();

  /** For every phrase the last document in which it was used. */
  private final int[] lastDocumentOfPhrase;

  /** The same for every category. */
  private final int[] lastDocumentOfCategory;

  private int[] typesOfSentence = new int[256];
  private int[] lastDocumentOfType = new int[1024];

  /** The type of each number of a form that was met, or {@link #UNKNOWN}. */
  private int[] typeOfNumber = new int[0];

  private int documentNumber;
  private @Nullable TypeTable typesSeen;

  /** The numbers of the paragraph and the sentence, of those that have words. */
  private long paragraphNumber;

  private long sentenceNumber;

  /** How many of them are counted. */
  private long paragraphs;

  private long sentences;
  private long tokenCount;
  private long typeCount;

  /** A segmenter by these settings. */
  public DocumentSegmenter(SegmentationSettings settings) {
    this.settings = settings;
    this.segmenter = settings.newSegmenter();
    this.judge = new OccurrenceJudge(segmenter);
    this.contentWords = new ContentWords(settings.stopWords());
    this.lexicon = settings.lexicon().lexicon();
    this.matcher = settings.lexicon().matcher();
    this.undisputed = new SecondReading(settings);
    this.patterns = settings.newPatternMerger(segmenter);
    this.lastDocumentOfPhrase = new int[lexicon.size()];
    this.categories = settings.lexicon().categories();
    this.lastDocumentOfCategory = new int[categories.size()];
  }

  /** Segments a document into the split; its rows are handed over before it returns. */
  public DocumentRecord segment(
      PolicyDocument document, SegmentedSplit.Builder split, RowReceiver rows) {
    receiver = rows;
    List<Paragraph> structure = DocumentStructure.of(document.text(), settings.folding());
    Description description =
        withHeadline(TextFacts.fill(document.description(), structure), structure);
    if (settings.condition() != null && !settings.condition().fits(description)) {
      clearCounts();
      return record(document, description, /* isSelected= */ false);
    }
    startDocument(document, description, split.types());
    undisputed.start(structure);
    if (settings.keepsJoints()) {
      DocumentStanding.of(description).pack(split.joints());
      joints.startDocument(split.joints());
    }
    for (Paragraph paragraph : structure) {
      long numberBefore = sentenceNumber;
      long sentencesBefore = sentences;
      String text = paragraph.text();
      SentenceSplitter.split(
          text, (begin, end) -> addSentence(paragraph, text.substring(begin, end), begin, split));
      split.endParagraph();
      paragraphNumber += sentenceNumber > numberBefore ? 1 : 0;
      paragraphs += sentences > sentencesBefore ? 1 : 0;
    }
    split.endDocument(
        new CountedDocument(
            document.key(), document.id(), tokenCount, settings.grouping().valuesOf(description)));
    handOverOccurrences(0);
    handOverSentences(0);
    handOverTokens(0);
    return record(document, description, /* isSelected= */ true);
  }

  /** A document without a title has that of its first headline. */
  private static Description withHeadline(Description description, List<Paragraph> structure) {
    if (description.title() != null) {
      return description;
    }
    return structure.stream()
        .filter(paragraph -> paragraph.zone() == Zone.HEADLINE)
        .findFirst()
        .map(headline -> description.with().title(headline.text()).build())
        .orElse(description);
  }

  private DocumentRecord record(
      PolicyDocument document, Description description, boolean isSelected) {
    String text = document.text();
    TextDigests digests = TextDigests.of(text);
    return new DocumentRecord(
        document.id(),
        document.uri(),
        description,
        document.origin(),
        document.bytes(),
        text.codePointCount(0, text.length()),
        paragraphs,
        sentences,
        tokenCount,
        typeCount,
        digests.sha256(),
        digests.key(),
        suspectFrom(text),
        isSelected,
        null);
  }

  private static @Nullable Long suspectFrom(String text) {
    int from = Mojibake.from(text);
    return from < 0 ? null : (long) text.codePointCount(0, from);
  }

  /** How many sentences of the last document were left out, for they are of other zones. */
  long sentencesLeftOut() {
    return sentenceNumber - sentences;
  }

  /** Whether a document is in traditional characters, and counted in them. */
  boolean keepsTraditional(PolicyDocument document) {
    return settings.folding() != Folding.TRADITIONAL && Folding.isTraditional(document.text());
  }

  private void handOverOccurrences(int atLeast) {
    if (occurrences.size() > head.size() + atLeast) {
      receiver.occurrences(occurrences);
      startRows(occurrences);
    }
  }

  private void handOverSentences(int atLeast) {
    if (sentenceRows.size() > head.size() + atLeast) {
      receiver.sentences(sentenceRows);
      startSentences();
    }
  }

  private void startSentences() {
    startRows(sentenceRows);
    packedSentences.start();
  }

  private void handOverTokens(int atLeast) {
    if (tokenRows.size() > head.size() + atLeast) {
      receiver.tokens(tokenRows);
      startRows(tokenRows);
    }
  }

  private void startRows(PackedWriter rows) {
    rows.clear();
    rows.putRaw(head.array(), 0, head.size());
  }

  private void startDocument(PolicyDocument document, Description description, TypeTable types) {
    if (types != typesSeen) {
      typesSeen = types;
      documentNumber = 0;
      Arrays.fill(lastDocumentOfType, 0);
      Arrays.fill(typeOfNumber, UNKNOWN);
      Arrays.fill(lastDocumentOfPhrase, 0);
      Arrays.fill(lastDocumentOfCategory, 0);
    }
    documentNumber++;
    head.clear();
    new DocumentHead(document.id(), description.date(), description.region()).pack(head);
    startRows(occurrences);
    startSentences();
    startRows(tokenRows);
    clearCounts();
  }

  private void clearCounts() {
    paragraphNumber = 0;
    sentenceNumber = 0;
    paragraphs = 0;
    sentences = 0;
    tokenCount = 0;
    typeCount = 0;
  }

  private void addSentence(
      Paragraph paragraph, String sentence, int offset, SegmentedSplit.Builder split) {
    matcher.find(sentence, matches);
    if (patterns == null) {
      segmenter.segment(sentence, matches, undisputed, tokens);
    } else {
      patterns.setAside(sentence, matches);
      segmenter.segment(sentence, matches, undisputed, tokens);
      patterns.merge(sentence, matches, tokens);
    }
    if (!settings.zones().contains(paragraph.zone())) {
      sentenceNumber += words(tokens.size()) > 0 ? 1 : 0;
      return;
    }
    judge.judge(matches, tokens);
    int words = 0;
    joints.startSentence(paragraph, sentence, offset);
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.word(i)) {
        continue;
      }
      if (words == typesOfSentence.length) {
        typesOfSentence = Arrays.copyOf(typesOfSentence, words * 2);
      }
      int type = typeOf(sentence, i, split.types());
      typesOfSentence[words] = type;
      if (settings.keepsJoints()) {
        joints.word(tokens.begin(i), tokens.end(i), split.types().term(type));
      }
      if (settings.writesTokens()) {
        packToken(paragraph, offset, i, words, split.types().term(type));
      }
      words++;
    }
    if (words == 0) {
      return;
    }
    innerUses.clear();
    for (int i = 0; i < matches.size(); i++) {
      if (judge.coveredBy(i) != OccurrenceJudge.NO_TOKEN) {
        addInnerUse(i, split.types());
      }
    }
    split.addSentence(typesOfSentence, words, innerUses);
    if (settings.keepsJoints()) {
      joints.endSentence();
    }
    if (settings.writesSentences()) {
      packSentence(paragraph, offset, offset + sentence.length(), words, split.types());
    }
    for (int i = 0; i < matches.size(); i++) {
      packOccurrence(paragraph, offset, i);
    }
    handOverOccurrences(PIECE_BYTES);
    handOverSentences(PIECE_BYTES);
    handOverTokens(PIECE_BYTES);
    tokenCount += words;
    sentenceNumber++;
    sentences++;
  }

  /** The type of a token: a phrase is counted under its canonical form, whatever its variant. */
  private int typeOf(String sentence, int token, TypeTable types) {
    int phrase = tokens.phrase(token);
    PartOfSpeech tag = tokens.tag(token);
    int type;
    if (phrase == Tokens.NO_PHRASE) {
      type = find(sentence, token, types);
      if (type < 0) {
        String term = tokens.form(token);
        type = types.add(term, tag.code(), contentWords.contains(term, tag), phrase);
      } else if (types.tag(type) != tag.code()) {
        types.seeAgain(type, tag.code(), contentWords.contains(types.term(type), tag));
      }
    } else {
      type = typeOfPhrase(phrase, types);
    }
    countType(type);
    return type;
  }

  private int typeOfPhrase(int phrase, TypeTable types) {
    String term = lexicon.phrase(phrase);
    int type = types.find(term, 0, term.length());
    return type < 0 ? types.add(term, PartOfSpeech.PHRASE.code(), true, phrase) : type;
  }

  /** Adds a use that is no token: a phrase, of which some characters are those of a word. */
  private void addInnerUse(int match, TypeTable types) {
    int first = words(tokens.at(matches.begin(match)));
    int last = words(tokens.at(matches.end(match) - 1) + 1) - 1;
    int type = typeOfPhrase(matches.phrase(match), types);
    innerUses.add(type, first, last, matches.begin(match), matches.end(match));
  }

  /** How many of the tokens before this one are words. */
  private int words(int token) {
    int words = 0;
    for (int i = 0; i < token; i++) {
      words += tokens.word(i) ? 1 : 0;
    }
    return words;
  }

  /** The type of a token that is no phrase, or a negative number if it is new. */
  private int find(String sentence, int token, TypeTable types) {
    int number = tokens.number(token);
    if (number == Tokens.NO_NUMBER) {
      return types.find(sentence, tokens.begin(token), tokens.end(token));
    }
    if (number >= typeOfNumber.length) {
      int known = typeOfNumber.length;
      typeOfNumber = Arrays.copyOf(typeOfNumber, 2 * number);
      Arrays.fill(typeOfNumber, known, typeOfNumber.length, UNKNOWN);
    }
    if (typeOfNumber[number] == UNKNOWN) {
      typeOfNumber[number] = types.find(sentence, tokens.begin(token), tokens.end(token));
    }
    return typeOfNumber[number];
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

  private void packSentence(Paragraph paragraph, int begin, int end, int words, TypeTable types) {
    packedSentences.put(
        paragraph.zone(),
        paragraphNumber,
        sentenceNumber,
        paragraph.begin(begin),
        paragraph.end(end),
        paragraph.asWritten(begin, end));
    packedSentences.put(typesOfSentence, words, innerUses, types);
  }

  private void packToken(Paragraph paragraph, int offset, int token, int position, String term) {
    int begin = offset + tokens.begin(token);
    int end = offset + tokens.end(token);
    new TokenRecord(
            paragraph.zone(),
            paragraphNumber,
            sentenceNumber,
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
    MatchStatus status = judge.status(match);
    boolean isUse = status.isUse();
    int phrase = matches.phrase(match);
    new Occurrence(
            phrase,
            paragraph.slice(begin, end),
            status,
            coveredBy(match),
            isUse && isFirstUse(phrase),
            isUse ? newCategories(phrase) : 0,
            paragraph.zone(),
            paragraphNumber,
            sentenceNumber,
            paragraph.begin(begin),
            paragraph.end(end),
            paragraph.asWritten(onBorder(paragraph.text(), left), begin),
            paragraph.asWritten(end, onBorder(paragraph.text(), right)))
        .pack(occurrences);
  }

  private @Nullable String coveredBy(int match) {
    int token = judge.coveredBy(match);
    if (token == OccurrenceJudge.NO_TOKEN) {
      return null;
    }
    int phrase = tokens.phrase(token);
    return phrase == Tokens.NO_PHRASE ? tokens.form(token) : lexicon.phrase(phrase);
  }

  private boolean isFirstUse(int phrase) {
    boolean first = lastDocumentOfPhrase[phrase] != documentNumber;
    lastDocumentOfPhrase[phrase] = documentNumber;
    return first;
  }

  /** How many levels of the category of a phrase that is used are used for the first time. */
  private int newCategories(int phrase) {
    int fresh = 0;
    for (int category : categories.of(phrase)) {
      if (lastDocumentOfCategory[category] != documentNumber) {
        lastDocumentOfCategory[category] = documentNumber;
        fresh++;
      }
    }
    return fresh;
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
