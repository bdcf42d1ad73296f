package org.zhengyu.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhengyu.output.CandidateList;
import org.zhengyu.output.Language;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.RunMessage;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.LexiconFile;
import org.zhengyu.transforms.lexicon.LexiconMerge;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * The lexicon of a run, and the files that it was read from.
 *
 * @param parsed what each file holds
 * @param phrases the phrases of all files
 * @param files the files, in the order in which they were given
 * @param conflicts what two files say differently, each as a form and its places
 */
record RunLexicon(
    List<LexiconFile> parsed,
    Lexicon phrases,
    List<Manifest.LexiconFile> files,
    List<String> conflicts) {
  private static final String STARTER_FILE = "policy-phrases.csv";

  /** How many conflicts a warning names. */
  private static final int NAMED = 5;

  /**
   * Reads the files of a lexicon.
   *
   * @param names their paths, or {@value RunOptions#STARTER}
   * @param fold the folding that the text will go through, too
   * @throws UsageException for the first file that cannot be read
   */
  static RunLexicon read(List<String> names, UnaryOperator<String> fold, Language language)
      throws UsageException {
    List<LexiconFile> lexicons = new ArrayList<>();
    List<Manifest.LexiconFile> files = new ArrayList<>();
    for (String name : names) {
      SideFile file =
          name.equals(RunOptions.STARTER)
              ? SideFile.builtIn(RunOptions.LEXICON, RunLexicon.class, STARTER_FILE)
              : SideFile.of(RunOptions.LEXICON, name, language);
      LexiconFile lexicon = file.as((bytes, path) -> LexiconFile.parse(bytes, path, fold));
      lexicons.add(lexicon);
      files.add(new Manifest.LexiconFile(file.name(), file.sha256(), lexicon.size()));
    }
    LexiconMerge merge = LexiconMerge.of(lexicons);
    return new RunLexicon(lexicons, merge.lexicon(), files, merge.conflicts());
  }

  /**
   * This lexicon with the first candidates of a list of them.
   *
   * @param list the file of the candidates
   * @param most how many to take
   * @param fold the folding that the text will go through, too
   */
  RunLexicon with(String list, int most, UnaryOperator<String> fold) throws UsageException {
    SideFile file =
        SideFile.made(RunOptions.ADOPT, "candidates of this run", CandidateList.first(list, most));
    LexiconFile candidates = file.as((bytes, path) -> LexiconFile.parse(bytes, path, fold));
    List<LexiconFile> lexicons = new ArrayList<>(parsed);
    lexicons.add(candidates);
    LexiconMerge merge = LexiconMerge.of(lexicons);
    List<Manifest.LexiconFile> all = new ArrayList<>(files);
    all.add(new Manifest.LexiconFile(file.name(), file.sha256(), candidates.size()));
    return new RunLexicon(lexicons, merge.lexicon(), all, merge.conflicts());
  }

  /** What a reader should know of it before any document is read, each a sentence. */
  List<Wording> warnings() {
    List<Wording> warnings = new ArrayList<>();
    if (!conflicts.isEmpty()) {
      warnings.add(ofSome(RunMessage.SEVERAL_LEXICONS, conflicts, ", "));
    }
    List<String> ofSentences = ofSentences();
    if (!ofSentences.isEmpty()) {
      warnings.add(ofSome(RunMessage.PHRASES_OF_SENTENCES, ofSentences, ", "));
    }
    if (Folding.isTraditional(String.join("", names().toList()))) {
      warnings.add(RunMessage.TRADITIONAL_LEXICON.with());
    }
    return List.copyOf(warnings);
  }

  private static Wording ofSome(RunMessage message, List<String> all, String between) {
    String named = String.join(between, all.subList(0, Math.min(NAMED, all.size())));
    return message.with(
        all.size(), named, all.size() > NAMED ? RunMessage.OTHERS_NOTED.with() : "");
  }

  /** The phrases within which a sentence ends, so that no sentence has them. */
  List<String> ofSentences() {
    return names().filter(RunLexicon::holdsTheEndOfASentence).toList();
  }

  private Stream<String> names() {
    return IntStream.range(0, phrases.size()).mapToObj(phrases::phrase);
  }

  private static boolean holdsTheEndOfASentence(String phrase) {
    int[] sentences = {0};
    SentenceSplitter.split("在" + phrase, (begin, end) -> sentences[0]++);
    return sentences[0] > 1;
  }
}
