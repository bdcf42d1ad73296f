package org.zhengyu.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.zhengyu.transforms.segment.WordStandard.CORE;
import static org.zhengyu.transforms.segment.WordStandard.HANLP;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.zhengyu.output.PlainTable;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.pipeline.plan.SplitPlanner;
import org.zhengyu.pipeline.rows.CooccurrenceRows;
import org.zhengyu.pipeline.rows.DocumentTermRows;
import org.zhengyu.pipeline.rows.TermRows;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentListBuilder;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.TypeTable;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.segment.ContentWords;
import org.zhengyu.transforms.segment.Segmenter;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.segment.Tokens;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.TermWeighting;
import org.zhengyu.transforms.structure.DocumentStructure;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.Paragraph;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * What the job does, as a program of one machine would do it: every document's tokens, every count
 * and every pair in memory, two threads and no engine. It is the ceiling that the job is measured
 * against. Reading, segmenting, scoring and the rows are the job's own; the counts are checked
 * against the job's.
 */
public final class PlainJob {
  private static final int VOCABULARY = 20_000;
  private static final int LEAST = 2;
  private static final int NEW_SENTENCE = -1;

  /** The id of the document behind the last one. */
  private static final String NO_MORE = "";

  private final SegmenterKind kind;
  private final Lexicon lexicon;
  private final PhraseMatcher matcher;
  private final ContentWords contentWords =
      new ContentWords(StopWords.defaults(Folding.LOOK_ALIKES::fold));

  private PlainJob(SegmenterKind kind, Lexicon lexicon) {
    this.kind = kind;
    this.lexicon = lexicon;
    this.matcher = PhraseMatcher.of(lexicon);
  }

  /** A document's tokens as type numbers, -1 before each sentence. */
  private static final class Tokenised {
    final long key;
    final String id;
    int[] stream;
    long tokens;

    Tokenised(long key, String id) {
      this.key = key;
      this.id = id;
    }
  }

  /** What one thread has segmented, with types of its own. */
  private static final class Share {
    final TypeTable types = new TypeTable();
    final List<Tokenised> documents = new ArrayList<>();
  }

  /** What is counted of a type. */
  private static final class Type {
    final String term;
    int tag;
    boolean content;
    final int phrase;
    long sentences;
    long lastSentence = -1;
    int postings;
    int[] documents = new int[2];
    int[] frequencies = new int[2];

    Type(String term, int tag, boolean content, int phrase) {
      this.term = term;
      this.tag = tag;
      this.content = content;
      this.phrase = phrase;
    }

    void count(int document, long sentence) {
      if (postings == 0 || documents[postings - 1] != document) {
        if (postings == documents.length) {
          documents = Arrays.copyOf(documents, 2 * postings);
          frequencies = Arrays.copyOf(frequencies, 2 * postings);
        }
        documents[postings] = document;
        frequencies[postings++] = 0;
      }
      frequencies[postings - 1]++;
      if (lastSentence != sentence) {
        lastSentence = sentence;
        sentences++;
      }
    }
  }

  /**
   * Counts an input, scores, and writes the tables terms, document_terms and cooccurrences if a
   * folder is given.
   *
   * @param args the segmenter, the lexicon, the input, and the folder or nothing
   */
  public static void main(String[] args) throws Exception {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Lexicon lexicon =
        Lexicon.parse(Files.readAllBytes(Path.of(args[1])), args[1], Folding.LOOK_ALIKES::fold);
    new PlainJob(SegmenterKind.valueOf(args[0].toUpperCase(Locale.ROOT)), lexicon)
        .run(args[2], args.length > 3 ? Path.of(args[3]) : null);
  }

  private void run(String input, Path output) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Share> shares = segment(input, threads);
      List<Type> types = new ArrayList<>();
      List<Tokenised> documents = unify(shares, types);
      CorpusTotals totals = count(documents, types);
      Vocabulary vocabulary = select(types, totals);
      int[] numbers = numbers(types, vocabulary);
      PairCounts pairs = countPairs(documents, numbers, vocabulary.size(), threads);
      TermBlock terms = score(documents, types, totals);
      ScoredPairs scored = score(pairs, vocabulary);
      long rows = write(terms, scored, output);
      System.out.printf(
          Locale.ROOT,
          "{\"tokens\": %d, \"types\": %d, \"pairs_tested\": %d, \"rows\": %d}%n",
          totals.tokens(),
          types.size(),
          pairs.size(),
          rows);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Share> segment(String input, ExecutorService threads) throws Exception {
    InputPlan plan = InputPlanner.with(SplitPlanner.forWorkers(2)).plan(input);
    BlockingQueue<PolicyDocument> queue = new ArrayBlockingQueue<>(64);
    List<Future<Share>> shares = new ArrayList<>();
    for (int thread = 0; thread < 2; thread++) {
      shares.add(threads.submit(() -> segmentAll(queue)));
    }
    DocumentReader reader =
        new DocumentReader(PlainJob::open, MetadataTable.EMPTY, ReadSettings.USUAL);
    for (InputFile file : plan.files()) {
      reader.read(FileSlice.whole(file), new Queueing(queue));
    }
    PolicyDocument last = new PolicyDocument(0, NO_MORE, "", null, "", null, 0);
    queue.put(last);
    queue.put(last);
    List<Share> done = new ArrayList<>();
    for (Future<Share> share : shares) {
      done.add(share.get());
    }
    return done;
  }

  private static InputStream open(String uri, long from) throws IOException {
    FileInputStream in = new FileInputStream(uri);
    in.skipNBytes(from);
    return in;
  }

  /** Hands documents to the threads. */
  private record Queueing(BlockingQueue<PolicyDocument> queue) implements DocumentReader.Receiver {
    @Override
    public void document(PolicyDocument document) {
      try {
        queue.put(document);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void rejection(long key, Rejection rejection) {
      throw new IllegalStateException("a benchmark has no bad data: " + rejection);
    }

    @Override
    public void digest(InputFile file, long bytes, String sha256) {}
  }

  private Share segmentAll(BlockingQueue<PolicyDocument> queue) throws InterruptedException {
    Share share = new Share();
    Segmenter segmenter = kind.create(kind.knows(CORE) ? CORE : HANLP);
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    int[] stream = new int[1 << 16];
    for (PolicyDocument document = queue.take();
        !document.id().equals(NO_MORE);
        document = queue.take()) {
      Tokenised tokenised = new Tokenised(document.key(), document.id());
      int[] length = {0};
      int[][] buffer = {stream};
      for (Paragraph paragraph : DocumentStructure.of(document.text(), Folding.LOOK_ALIKES)) {
        String text = paragraph.text();
        SentenceSplitter.split(
            text,
            (begin, end) -> {
              String sentence = text.substring(begin, end);
              matcher.find(sentence, matches);
              segmenter.segment(sentence, matches, tokens);
              if (length[0] + tokens.size() + 1 > buffer[0].length) {
                buffer[0] = Arrays.copyOf(buffer[0], 2 * (length[0] + tokens.size() + 1));
              }
              int at = length[0];
              buffer[0][at++] = NEW_SENTENCE;
              for (int i = 0; i < tokens.size(); i++) {
                if (tokens.word(i)) {
                  buffer[0][at++] = typeOf(sentence, tokens, i, share.types);
                }
              }
              if (at > length[0] + 1) {
                tokenised.tokens += at - length[0] - 1;
                length[0] = at;
              }
            });
      }
      stream = buffer[0];
      tokenised.stream = Arrays.copyOf(stream, length[0]);
      share.documents.add(tokenised);
    }
    return share;
  }

  private int typeOf(String sentence, Tokens tokens, int token, TypeTable types) {
    int phrase = tokens.phrase(token);
    if (phrase != Tokens.NO_PHRASE) {
      String term = lexicon.phrase(phrase);
      int type = types.find(term, 0, term.length());
      return type >= 0 ? type : types.add(term, tokens.tag(token).code(), true, phrase);
    }
    int type = types.find(sentence, tokens.begin(token), tokens.end(token));
    if (type >= 0) {
      return type;
    }
    String term = tokens.form(token);
    boolean content = contentWords.contains(term, tokens.tag(token));
    return types.add(term, tokens.tag(token).code(), content, phrase);
  }

  /** Puts the documents of all threads in their order, under common types. */
  private static List<Tokenised> unify(List<Share> shares, List<Type> types) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Tokenised> documents = new ArrayList<>();
    for (Share share : shares) {
      int[] common = new int[share.types.size()];
      for (int type = 0; type < common.length; type++) {
        String term = share.types.term(type);
        Integer known = numbers.get(term);
        if (known == null) {
          known = types.size();
          numbers.put(term, known);
          types.add(
              new Type(
                  term,
                  share.types.tag(type),
                  share.types.isContent(type),
                  share.types.phrase(type)));
        }
        common[type] = known;
      }
      for (Tokenised document : share.documents) {
        for (int i = 0; i < document.stream.length; i++) {
          if (document.stream[i] != NEW_SENTENCE) {
            document.stream[i] = common[document.stream[i]];
          }
        }
        documents.add(document);
      }
    }
    documents.sort(Comparator.comparingLong(document -> document.key));
    return documents;
  }

  private static CorpusTotals count(List<Tokenised> documents, List<Type> types) {
    long sentences = 0;
    long tokens = 0;
    long least = Long.MAX_VALUE;
    for (int document = 0; document < documents.size(); document++) {
      for (int type : documents.get(document).stream) {
        if (type == NEW_SENTENCE) {
          sentences++;
        } else {
          types.get(type).count(document, sentences);
        }
      }
      tokens += documents.get(document).tokens;
      least = Math.min(least, documents.get(document).tokens);
    }
    return new CorpusTotals(documents.size(), 0, sentences, 0, tokens, least);
  }

  private static Vocabulary select(List<Type> types, CorpusTotals totals) {
    List<Type> content = new ArrayList<>();
    List<Type> selected = new ArrayList<>();
    for (Type type : types) {
      if (type.phrase >= 0) {
        selected.add(type);
      } else if (type.content && type.sentences >= LEAST) {
        content.add(type);
      }
    }
    Comparator<Type> byCodePoints =
        Comparator.comparing(type -> type.term.getBytes(UTF_8), Arrays::compareUnsigned);
    content.sort(
        Comparator.comparingLong((Type type) -> -type.sentences).thenComparing(byCodePoints));
    selected.addAll(content.subList(0, Math.min(VOCABULARY, content.size())));
    selected.sort(byCodePoints);
    return new Vocabulary(
        totals,
        selected.stream()
            .map(
                type ->
                    new Vocabulary.Member(
                        type.term, new Margins(type.postings, 0, type.sentences, 0)))
            .toList());
  }

  private static int[] numbers(List<Type> types, Vocabulary vocabulary) {
    int[] numbers = new int[types.size()];
    for (int type = 0; type < numbers.length; type++) {
      numbers[type] =
          Vocabulary.mayHold(types.get(type).content, types.get(type).phrase)
              ? vocabulary.find(types.get(type).term.getBytes(UTF_8))
              : -1;
    }
    return numbers;
  }

  private static PairCounts countPairs(
      List<Tokenised> documents, int[] numbers, int terms, ExecutorService threads)
      throws Exception {
    List<Future<PairCounts>> halves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      int first = half;
      halves.add(threads.submit(() -> countPairs(documents, first, numbers, terms)));
    }
    PairCounts one = halves.get(0).get();
    PairCounts other = halves.get(1).get();
    one.addAll(other);
    return one;
  }

  private static PairCounts countPairs(
      List<Tokenised> documents, int first, int[] numbers, int terms) {
    PairCounts pairs = new PairCounts();
    boolean[] isPresent = new boolean[terms];
    int[] present = new int[1024];
    for (int d = first; d < documents.size(); d += 2) {
      int[] stream = documents.get(d).stream;
      for (int i = 0; i < stream.length; ) {
        int count = 0;
        for (i++; i < stream.length && stream[i] != NEW_SENTENCE; i++) {
          int number = numbers[stream[i]];
          if (number >= 0 && !isPresent[number]) {
            isPresent[number] = true;
            present[count++] = number;
          }
        }
        Arrays.sort(present, 0, count);
        for (int a = 0; a < count; a++) {
          isPresent[present[a]] = false;
          for (int b = a + 1; b < count; b++) {
            pairs.add(present[a], present[b], 1);
          }
        }
      }
    }
    return pairs;
  }

  private static TermBlock score(List<Tokenised> documents, List<Type> types, CorpusTotals totals) {
    SortedRunBuilder entries = new SortedRunBuilder();
    TermEntry entry = new TermEntry();
    PackedWriter packed = new PackedWriter();
    for (Type type : types) {
      entry.clear(type.tag, type.content, type.phrase);
      entry.addMargins(new Margins(type.postings, 0, type.sentences, 0));
      for (int i = 0; i < type.postings; i++) {
        entry.addPosting(type.documents[i], type.frequencies[i]);
      }
      packed.clear();
      entry.pack(packed);
      entries.add(type.term.getBytes(UTF_8), packed);
    }
    DocumentListBuilder counted = new DocumentListBuilder();
    for (Tokenised document : documents) {
      counted.add(new CountedDocument(document.key, document.id, document.tokens, List.of()));
    }
    return TermBlock.of(totals, counted, entries.build());
  }

  private static ScoredPairs score(PairCounts pairs, Vocabulary vocabulary) {
    SortedRunBuilder stripes = new SortedRunBuilder();
    PackedWriter key = new PackedWriter();
    PackedWriter stripe = new PackedWriter();
    int[] last = {-1, 0};
    pairs.forEachSorted(
        LEAST,
        (first, second, count) -> {
          if (first != last[0]) {
            if (stripe.size() > 0) {
              key.clear();
              stripes.add(key.putInt(last[0]), stripe);
              stripe.clear();
            }
            last[0] = first;
            last[1] = 0;
          }
          Stripe.append(stripe, last[1], second, count, 0, 1, 0);
          last[1] = second;
        });
    if (stripe.size() > 0) {
      key.clear();
      stripes.add(key.putInt(last[0]), stripe);
    }
    return new ScoredPairs(ContextUnit.SENTENCE, vocabulary, stripes.build());
  }

  private long write(TermBlock terms, ScoredPairs pairs, Path output) throws IOException {
    SharedLexicon shared = SharedLexicon.of(lexicon);
    if (output == null) {
      DiscardedRows rows = new DiscardedRows();
      new TermRows(shared, Dispersion.DEFAULTS).encode(terms, rows);
      new DocumentTermRows(TermWeighting.DEFAULTS).encode(terms, rows);
      new CooccurrenceRows(0, 1, false, Association.DEFAULTS).encode(pairs, rows);
      // Whatever is computed must be used, or the compiler may leave it out.
      System.err.println("sum of all numbers: " + rows.sum());
      return rows.count();
    }
    return PlainTable.write(output, 0, new TermRows(shared, Dispersion.DEFAULTS), terms)
        + PlainTable.write(output, 0, new DocumentTermRows(TermWeighting.DEFAULTS), terms)
        + PlainTable.write(
            output, 0, new CooccurrenceRows(0, 1, false, Association.DEFAULTS), pairs);
  }
}
