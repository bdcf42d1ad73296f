package org.zhengyu.pipeline.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.transforms.CountTerms;
import org.zhengyu.transforms.DescribeDocuments;
import org.zhengyu.transforms.MergePairs;
import org.zhengyu.transforms.MergeTerms;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.RunFact;

/** What the workers found out, added up. */
public final class RunReport {
  private final Map<RunFact.Kind, Map<String, RunFact>> facts = new EnumMap<>(RunFact.Kind.class);

  private RunReport() {}

  /** Adds up the facts that stand in these lines. */
  public static RunReport of(List<String> lines) {
    RunReport report = new RunReport();
    for (String line : lines) {
      RunFact fact = RunFact.ofLine(line);
      report
          .facts
          .computeIfAbsent(fact.kind(), kind -> new TreeMap<>())
          .merge(
              fact.name(),
              fact,
              (a, b) ->
                  new RunFact(a.kind(), a.name(), a.count() + b.count(), a.score() + b.score()));
    }
    return report;
  }

  private Map<String, RunFact> of(RunFact.Kind kind) {
    return facts.getOrDefault(kind, Map.of());
  }

  private long count(RunFact.Kind kind, String name) {
    RunFact fact = of(kind).get(name);
    return fact == null ? 0 : fact.count();
  }

  /** Documents by what became of them. */
  public Manifest.Documents documents() {
    return new Manifest.Documents(
        count(RunFact.Kind.DOCUMENTS, DescribeDocuments.ACCEPTED),
        of(RunFact.Kind.REJECTIONS).values().stream().mapToLong(RunFact::count).sum(),
        count(RunFact.Kind.DOCUMENTS, DescribeDocuments.DUPLICATED),
        count(RunFact.Kind.DOCUMENTS, DescribeDocuments.EMPTY));
  }

  /** Rejections by reason. */
  public SortedMap<String, Long> rejections() {
    SortedMap<String, Long> counts = new TreeMap<>();
    of(RunFact.Kind.REJECTIONS).forEach((reason, fact) -> counts.put(reason, fact.count()));
    return counts;
  }

  /** The share of documents that were rejected; 0 when there were none at all. */
  public double rejectedFraction() {
    Manifest.Documents documents = documents();
    long all = documents.accepted() + documents.rejected();
    return all == 0 ? 0 : (double) documents.rejected() / all;
  }

  /** The sizes of the counted corpus. */
  public Manifest.Totals totals() {
    return new Manifest.Totals(
        count(RunFact.Kind.TOTALS, CountTerms.TOKENS),
        count(RunFact.Kind.TOTALS, ContextUnit.SENTENCE.label()),
        count(RunFact.Kind.TOTALS, ContextUnit.PARAGRAPH.label()),
        count(RunFact.Kind.TOTALS, MergeTerms.TYPES));
  }

  /** Documents that count: admitted, not repeated, and with at least one token. */
  public long countedDocuments() {
    return count(RunFact.Kind.TOTALS, ContextUnit.DOCUMENT.label());
  }

  /** How many values of a facet there are. */
  public long groups(int facet) {
    return count(RunFact.Kind.GROUPS, String.valueOf(facet));
  }

  /** How many of the documents that count have a value of a facet. */
  public long groupedDocuments(int facet) {
    return count(RunFact.Kind.GROUPED, String.valueOf(facet));
  }

  /** The documents of each value of a facet; empty when it has too many to be compared. */
  public SortedMap<String, Long> documentsByGroup(int facet) {
    String prefix = facet + "\t";
    SortedMap<String, Long> documents = new TreeMap<>();
    of(RunFact.Kind.GROUP)
        .forEach(
            (name, fact) -> {
              if (name.startsWith(prefix)) {
                documents.put(name.substring(prefix.length()), fact.count());
              }
            });
    return documents;
  }

  /** The network of a unit; empty when none was asked for. */
  public Optional<Manifest.NetworkSize> network(ContextUnit unit) {
    return of(RunFact.Kind.NETWORK).values().stream()
        .filter(fact -> fact.name().startsWith(unit.label() + "\t"))
        .map(
            fact ->
                new Manifest.NetworkSize(
                    Long.parseLong(fact.name().substring(unit.label().length() + 1)),
                    fact.count(),
                    fact.score()))
        .findFirst();
  }

  /** The code points of all accepted documents. */
  public long characters() {
    return count(RunFact.Kind.TOTALS, DescribeDocuments.CHARACTERS);
  }

  /** How many pairs of a unit were found and kept. */
  public Manifest.Pairs pairs(ContextUnit unit) {
    return new Manifest.Pairs(
        count(RunFact.Kind.PAIRS_TESTED, unit.label()),
        count(RunFact.Kind.PAIRS_KEPT, unit.label()),
        count(RunFact.Kind.TOTALS, unit.label()));
  }

  /** The files of all tables. */
  public List<WrittenFile> files() {
    return of(RunFact.Kind.WRITTEN_FILE).keySet().stream().map(WrittenFile::fromJson).toList();
  }

  /** The digests of the input files, in the order of their URIs. */
  public List<Manifest.Input> inputs() {
    return of(RunFact.Kind.INPUT_FILE).values().stream()
        .map(
            fact -> {
              int tab = fact.name().lastIndexOf('\t');
              return new Manifest.Input(
                  fact.name().substring(0, tab), fact.count(), fact.name().substring(tab + 1));
            })
        .toList();
  }

  /** The most frequent phrases, the most frequent first. */
  public List<RunFact> topPhrases() {
    return of(RunFact.Kind.TOP_PHRASE).values().stream()
        .sorted(Comparator.comparingLong(RunFact::count).reversed().thenComparing(RunFact::name))
        .toList();
  }

  /** The strongest pairs of a unit, the strongest first; their names are two terms with a tab. */
  public List<RunFact> topPairs(ContextUnit unit) {
    String prefix = unit.label() + "\t";
    return of(RunFact.Kind.TOP_PAIR).values().stream()
        .filter(fact -> fact.name().startsWith(prefix))
        .map(
            fact ->
                new RunFact(
                    fact.kind(),
                    fact.name().substring(prefix.length()),
                    fact.count(),
                    fact.score()))
        .sorted(Comparator.comparingDouble(RunFact::score).reversed().thenComparing(RunFact::name))
        .limit(MergePairs.NAMED)
        .toList();
  }
}
