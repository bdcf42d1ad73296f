package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;

/**
 * How the edges of the networks of a unit are chosen among its pairs. Each network takes one list
 * of the strongest pairs that fit it. One around some terms takes a list of the strongest partners
 * of each of these, and, when all partners are known, one of the pairs among them.
 *
 * @param scopes the networks
 * @param most the most edges of each
 */
public record NetworkPlan(List<NetworkScope> scopes, int most) implements Serializable {
  /** How many partners of a term are in a network around it: so many can be read in a picture. */
  public static final int PARTNERS = 30;

  /** Copies the list. */
  public NetworkPlan {
    scopes = List.copyOf(scopes);
  }

  /** Whether pairs must be looked at again when the partners of terms are known. */
  public boolean hasPartners() {
    return scopes.stream().anyMatch(scope -> scope.kind() == NetworkScope.Kind.AROUND);
  }

  /**
   * A chooser among the pairs of a bucket.
   *
   * @param phrases the numbers of those terms of the vocabulary that are phrases
   */
  EdgeChooser chooser(ContextUnit unit, Vocabulary vocabulary, BitSet phrases) {
    EdgeChooser chooser = new EdgeChooser(unit, vocabulary);
    for (NetworkScope scope : scopes) {
      switch (scope.kind()) {
        case ALL -> chooser.takeFrequent(most);
        case PHRASES -> chooser.takePhrases(phrases, most);
        case TERMS -> chooser.takeAmong(numbersOf(scope.terms(), vocabulary), most);
        case AROUND -> {
          for (String term : scope.terms()) {
            chooser.takeWith(numberOf(term, vocabulary), partners());
          }
          chooser.takeAmong(new BitSet(), most);
        }
      }
    }
    return chooser;
  }

  /**
   * What is still missing of the pairs of a bucket when the partners of terms are known: the pairs
   * among them.
   *
   * @param chosen what has been chosen among the pairs of all buckets
   */
  public PairLists linksAmongPartners(ScoredPairs pairs, PairLists chosen) {
    EdgeChooser chooser = new EdgeChooser(pairs.unit(), pairs.vocabulary());
    int list = 0;
    for (NetworkScope scope : scopes) {
      BitSet partners = new BitSet();
      for (int last = list + lists(scope) - 1; list < last; list++) {
        addTerms(chosen.list(list), partners);
        chooser.takeAmong(new BitSet(), most);
      }
      chooser.takeAmong(partners, most);
      list++;
    }
    chooser.considerAll(pairs);
    return chooser.chosen();
  }

  private static BitSet numbersOf(List<String> terms, Vocabulary vocabulary) {
    BitSet numbers = new BitSet();
    terms.stream()
        .mapToInt(term -> numberOf(term, vocabulary))
        .filter(number -> number >= 0)
        .forEach(numbers::set);
    return numbers;
  }

  private static int numberOf(String term, Vocabulary vocabulary) {
    return vocabulary.find(term.getBytes(UTF_8));
  }

  private static void addTerms(StrongPairs pairs, BitSet terms) {
    for (StrongPair pair : pairs.pairs()) {
      terms.set(pair.first());
      terms.set(pair.second());
    }
  }

  private int partners() {
    return Math.min(PARTNERS, most);
  }

  private static int lists(NetworkScope scope) {
    return scope.kind() == NetworkScope.Kind.AROUND ? scope.terms().size() + 1 : 1;
  }

  /** What was chosen in two sets of buckets together. */
  public PairLists together(PairLists some, PairLists others) {
    List<StrongPairs> lists = new ArrayList<>();
    for (NetworkScope scope : scopes) {
      int end = lists.size() + lists(scope);
      while (lists.size() < end) {
        int list = lists.size();
        boolean isOfPartners = list < end - 1;
        lists.add(
            some.list(list).strongestWith(others.list(list), isOfPartners ? partners() : most));
      }
    }
    return new PairLists(lists);
  }

  /**
   * The edges of each network, in the order of the scopes: of one around terms first those of the
   * terms themselves, as far as there is room.
   */
  public PairLists edges(PairLists chosen) {
    List<StrongPairs> networks = new ArrayList<>();
    int list = 0;
    for (NetworkScope scope : scopes) {
      int end = list + lists(scope);
      networks.add(union(IntStream.range(list, end).mapToObj(chosen::list).toList()));
      list = end;
    }
    return new PairLists(networks);
  }

  private StrongPairs union(List<StrongPairs> lists) {
    Set<StrongPair> edges = new LinkedHashSet<>();
    lists.forEach(list -> edges.addAll(list.pairs()));
    return StrongPairs.NONE.strongestWith(
        new StrongPairs(edges.stream().limit(most).toList()), most);
  }
}
