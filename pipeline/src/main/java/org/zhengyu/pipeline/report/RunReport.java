package org.zhengyu.pipeline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.transforms.counting.PairMerge;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Notice;
import org.zhengyu.transforms.model.RunFact;

/** What the workers found out, added up. */
public final class RunReport {
  private final Map<Class<?>, List<RunFact>> facts = new HashMap<>();

  private RunReport() {}

  /** Adds up the facts that stand in these lines. */
  public static RunReport of(List<String> lines) {
    RunReport report = new RunReport();
    for (String line : lines) {
      RunFact fact = RunFact.ofLine(line);
      report.facts.computeIfAbsent(fact.getClass(), kind -> new ArrayList<>()).add(fact);
    }
    return report;
  }

  private <F extends RunFact> Stream<F> of(Class<F> kind) {
    return facts.getOrDefault(kind, List.of()).stream().map(kind::cast);
  }

  private RunFact.Documents described() {
    return of(RunFact.Documents.class).reduce(RunFact.Documents.NONE, RunFact.Documents::plus);
  }

  private CorpusTotals counted() {
    return of(RunFact.Counted.class)
        .map(RunFact.Counted::totals)
        .reduce(CorpusTotals.NONE, CorpusTotals::plus);
  }

  /** Documents by what became of them. */
  public Manifest.Documents documents() {
    RunFact.Documents described = described();
    return new Manifest.Documents(
        described.accepted(),
        of(RunFact.Rejections.class).mapToLong(RunFact.Rejections::count).sum(),
        described.duplicated(),
        described.empty());
  }

  /** Rejections by reason. */
  public SortedMap<String, Long> rejections() {
    return of(RunFact.Rejections.class)
        .collect(
            Collectors.toMap(
                rejections -> rejections.reason().label(),
                RunFact.Rejections::count,
                Long::sum,
                TreeMap::new));
  }

  /** What was noticed about accepted documents. */
  public RunFact.Noticed noticed(Notice notice) {
    return of(RunFact.Noticed.class)
        .filter(fact -> fact.notice() == notice)
        .reduce(new RunFact.Noticed(notice, 0, List.of()), RunFact.Noticed::plus);
  }

  /** The numbers of the records of the run's metadata that are about accepted documents. */
  public Set<Long> joinedMetadata() {
    return of(RunFact.JoinedMetadata.class)
        .flatMap(joined -> joined.rows().stream())
        .collect(Collectors.toSet());
  }

  /** The share of documents that were rejected; 0 when there were none at all. */
  public double rejectedFraction() {
    Manifest.Documents documents = documents();
    long all = documents.accepted() + documents.rejected();
    return all == 0 ? 0 : (double) documents.rejected() / all;
  }

  /** The sizes of the counted corpus. */
  public Manifest.Totals totals() {
    CorpusTotals counted = counted();
    return new Manifest.Totals(
        counted.tokens(),
        counted.sentences(),
        counted.paragraphs(),
        of(RunFact.Types.class).mapToLong(RunFact.Types::count).sum());
  }

  /** Documents that count: admitted, not repeated, and with at least one token. */
  public long countedDocuments() {
    return counted().documents();
  }

  /** The code points of all accepted documents. */
  public long characters() {
    return described().characters();
  }

  /** How many documents are in traditional characters, and counted in them. */
  public long traditionalDocuments() {
    return of(RunFact.Traditional.class).mapToLong(RunFact.Traditional::documents).sum();
  }

  /** How many sentences are in zones that are not counted. */
  public long sentencesLeftOut() {
    return of(RunFact.LeftOut.class).mapToLong(RunFact.LeftOut::sentences).sum();
  }

  /** How many values of a facet there are. */
  public long groups(int facet) {
    return facets(facet).mapToLong(RunFact.Facet::values).sum();
  }

  /** How many of the documents that count have a value of a facet. */
  public long groupedDocuments(int facet) {
    return facets(facet).mapToLong(RunFact.Facet::documents).sum();
  }

  private Stream<RunFact.Facet> facets(int facet) {
    return of(RunFact.Facet.class).filter(fact -> fact.facet() == facet);
  }

  /** The documents of each value of a facet; empty when it has too many to be compared. */
  public SortedMap<String, Long> documentsByGroup(int facet) {
    return of(RunFact.Group.class)
        .filter(group -> group.facet() == facet)
        .collect(
            Collectors.toMap(
                RunFact.Group::value, RunFact.Group::documents, Long::sum, TreeMap::new));
  }

  /** Where the share of a group of a facet shifts most in time; empty where none does. */
  public Optional<RunFact.Shift> shift(int facet) {
    return of(RunFact.Shift.class).filter(shift -> shift.facet() == facet).findFirst();
  }

  /** How many terms of groups were compared and are not shown. */
  public long hiddenComparisons() {
    return of(RunFact.Hidden.class).mapToLong(RunFact.Hidden::comparisons).sum();
  }

  /** How many pairs of a unit were found and kept. */
  public Manifest.Pairs pairs(ContextUnit unit) {
    RunFact.Pairs pairs =
        of(RunFact.Pairs.class)
            .filter(fact -> fact.unit() == unit)
            .reduce(new RunFact.Pairs(unit, 0, 0, 0), RunFact.Pairs::plus);
    return new Manifest.Pairs(pairs.tested(), pairs.kept(), pairs.doubtful(), counted().of(unit));
  }

  /** The networks of a unit by their names; none when none was asked for. */
  public SortedMap<String, Manifest.NetworkSize> networks(ContextUnit unit) {
    return of(RunFact.NetworkSize.class)
        .filter(network -> network.unit() == unit)
        .collect(
            Collectors.toMap(
                RunFact.NetworkSize::network,
                network ->
                    new Manifest.NetworkSize(
                        network.nodes(),
                        network.edges(),
                        network.components(),
                        network.modularity()),
                (one, other) -> other,
                TreeMap::new));
  }

  /** The terms that networks were to be about and that are no nodes of them. */
  public List<RunFact.Missing> missing() {
    return of(RunFact.Missing.class).toList();
  }

  /** The files of all tables. */
  public List<WrittenFile> files() {
    return of(RunFact.TableFile.class)
        .map(
            file ->
                new WrittenFile(
                    file.table(), file.name(), file.stagedPath(), file.rows(), file.bytes()))
        .toList();
  }

  /** The digests of the input files, in the order of their URIs. */
  public List<Manifest.Input> inputs() {
    return of(RunFact.InputDigest.class)
        .map(file -> new Manifest.Input(file.uri(), file.bytes(), file.sha256()))
        .sorted(Comparator.comparing(Manifest.Input::uri))
        .toList();
  }

  /** How many phrases of the lexicon are used at least once. */
  public long phrasesFound() {
    return lexiconUse().found();
  }

  /** How much of the lexicon occurs. */
  public RunFact.LexiconUse lexiconUse() {
    return of(RunFact.LexiconUse.class).findFirst().orElse(new RunFact.LexiconUse(0, List.of(), 0));
  }

  /** The most frequent phrases, the most frequent first. */
  public List<RunFact.TopPhrase> topPhrases() {
    return of(RunFact.TopPhrase.class)
        .sorted(
            Comparator.comparingLong(RunFact.TopPhrase::frequency)
                .reversed()
                .thenComparing(RunFact.TopPhrase::phrase))
        .toList();
  }

  /**
   * The strongest pairs of a unit in which there is a phrase, the strongest first.
   *
   * @param areOfPhrases those of two phrases; else those of a phrase and another term
   */
  public List<RunFact.TopPair> topPairs(ContextUnit unit, boolean areOfPhrases) {
    return of(RunFact.TopPair.class)
        .filter(pair -> pair.unit() == unit && pair.isOfPhrases() == areOfPhrases)
        .sorted(
            Comparator.comparingDouble(RunFact.TopPair::g2)
                .reversed()
                .thenComparing(RunFact.TopPair::termA)
                .thenComparing(RunFact.TopPair::termB))
        .limit(PairMerge.NAMED)
        .toList();
  }
}
