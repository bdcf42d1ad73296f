package org.zhengyu.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.NetworkScope.Kind;
import org.zhengyu.transforms.structure.Folding;

/**
 * The networks of a run as an option lists them, with commas between: {@code all}, {@code phrases},
 * {@code around:} and a term, {@code terms:} and a file. What is none of these is one more term of
 * the {@code around:} before it. The network of the phrases is always there.
 */
final class NetworkScopes {
  private static final String AROUND = Kind.AROUND.label() + ":";
  private static final String TERMS = Kind.TERMS.label() + ":";
  private static final String FORMS =
      String.join(
          ", ", Kind.ALL.label(), Kind.PHRASES.label(), AROUND + "TERM,TERM", TERMS + "FILE");

  /** Between networks, and between terms; these may also be typed as Chinese has them. */
  private static final String COMMA = ",";

  private static final String COMMAS = "[,，、]";

  private final Folding folding;
  private final Language language;

  /** The phrase that a form stands for. */
  private final Map<String, String> phraseOfForm = new HashMap<>();

  /**
   * A reader of networks.
   *
   * @param lexicon phrases, which may be named by any of their forms
   * @param folding the folding that the text goes through
   */
  NetworkScopes(Lexicon lexicon, Folding folding, Language language) {
    this.folding = folding;
    this.language = language;
    for (int i = 0; i < lexicon.size(); i++) {
      for (String variant : lexicon.variants(i)) {
        phraseOfForm.put(variant, lexicon.phrase(i));
      }
    }
  }

  /** The files that list terms. */
  static List<String> files(String text) {
    return parts(text).stream()
        .filter(part -> part.startsWith(TERMS))
        .map(part -> part.substring(TERMS.length()))
        .toList();
  }

  /**
   * The networks, that of all terms first.
   *
   * @throws UsageException for the first thing that is wrong
   */
  List<NetworkScope> read(String text) throws UsageException {
    Map<String, NetworkScope> scopes = new LinkedHashMap<>();
    for (String part : parts(text)) {
      NetworkScope scope = scope(part);
      if (scopes.putIfAbsent(scope.name(), scope) != null) {
        throw wrong(Message.NETWORK_TWICE, text);
      }
    }
    scopes.putIfAbsent(NetworkScope.PHRASES.name(), NetworkScope.PHRASES);
    return scopes.values().stream()
        .sorted(Comparator.comparing(scope -> !scope.equals(NetworkScope.ALL)))
        .toList();
  }

  private NetworkScope scope(String part) throws UsageException {
    if (part.startsWith(AROUND)) {
      return NetworkScope.around(terms(part.substring(AROUND.length())));
    }
    if (part.startsWith(TERMS)) {
      return listed(part.substring(TERMS.length()));
    }
    for (NetworkScope scope : List.of(NetworkScope.ALL, NetworkScope.PHRASES)) {
      if (part.equals(scope.name())) {
        return scope;
      }
    }
    throw wrong(Message.NOT_A_CHOICE, part, FORMS);
  }

  /** What is listed, the terms of a network as one part with it. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String word : text.split(COMMA, -1)) {
      String stripped = word.strip();
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).startsWith(AROUND) && !isNetwork(stripped)) {
        parts.set(last, parts.get(last) + COMMA + stripped);
      } else {
        parts.add(stripped);
      }
    }
    return parts;
  }

  private static boolean isNetwork(String word) {
    return word.equals(Kind.ALL.label())
        || word.equals(Kind.PHRASES.label())
        || word.startsWith(AROUND)
        || word.startsWith(TERMS);
  }

  private List<String> terms(String words) throws UsageException {
    Set<String> terms = new LinkedHashSet<>();
    for (String word : words.split(COMMAS, -1)) {
      terms.add(canonical(word.strip()));
    }
    if (terms.contains("")) {
      throw wrong(Message.EMPTY_NAME, AROUND + words);
    }
    return List.copyOf(terms);
  }

  private NetworkScope listed(String path) throws UsageException {
    SideFile file = SideFile.of(RunOptions.NETWORK, path, language);
    Lexicon list = file.as((bytes, name) -> Lexicon.parse(bytes, name, folding::fold));
    return NetworkScope.amongTerms(
        path.substring(path.replace('\\', '/').lastIndexOf('/') + 1),
        IntStream.range(0, list.size())
            .mapToObj(i -> canonical(list.phrase(i)))
            .distinct()
            .toList());
  }

  private String canonical(String word) {
    String folded = folding.fold(word);
    return phraseOfForm.getOrDefault(folded, folded);
  }

  private UsageException wrong(Message message, Object... values) {
    return new UsageException(RunOptions.NETWORK.flag(), message.in(language, values));
  }
}
