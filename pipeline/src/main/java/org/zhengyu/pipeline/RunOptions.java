package org.zhengyu.pipeline;

import static org.zhengyu.pipeline.cli.ValueTypes.choice;
import static org.zhengyu.pipeline.cli.ValueTypes.choices;
import static org.zhengyu.pipeline.cli.ValueTypes.count;
import static org.zhengyu.pipeline.cli.ValueTypes.countFrom;
import static org.zhengyu.pipeline.cli.ValueTypes.encoding;
import static org.zhengyu.pipeline.cli.ValueTypes.flag;
import static org.zhengyu.pipeline.cli.ValueTypes.fraction;
import static org.zhengyu.pipeline.cli.ValueTypes.nameOrPath;
import static org.zhengyu.pipeline.cli.ValueTypes.names;
import static org.zhengyu.pipeline.cli.ValueTypes.path;
import static org.zhengyu.pipeline.cli.ValueTypes.paths;
import static org.zhengyu.pipeline.cli.ValueTypes.selection;
import static org.zhengyu.pipeline.cli.ValueTypes.text;
import static org.zhengyu.pipeline.cli.ValueTypes.wholeFrom;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Selection;
import org.zhengyu.pipeline.rows.Measures;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.report.exports.Export;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.passages.PassageUse;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.SentenceSplitter;
import org.zhengyu.transforms.structure.Zone;

/** The options of a run. {@link RunConfig} says what each becomes. */
final class RunOptions {
  /** A passage must begin well within what is searched at one go. */
  private static final int MOST_IN_PASSAGE = 1000;

  static final Option<String> INPUT =
      Option.of(
              "input",
              path("PATH[,PATH...]"),
              "Files, folders or patterns to read",
              "要读取的文件、文件夹或通配模式")
          .required();

  static final Option<String> OUTPUT =
      Option.of("output", path("DIR"), "Folder for the result", "结果文件夹").required();

  /** What the option {@code lexicon} calls the lexicon that comes with the program. */
  static final String STARTER = "starter";

  static final Option<List<String>> LEXICON =
      Option.of(
              "lexicon",
              paths("FILE[,FILE...]"),
              "Lexicons of policy phrases: CSV phrase,category,variants,since, or one phrase a line;"
                  + " `starter` is ours; of several the last is right",
              "政策短语词表：CSV（phrase,category,variants,since），或每行一个短语；`starter` 为内置词表；可多选，以后者为准")
          .orElse(STARTER, "the starter lexicon", "内置的入门词表");

  static final Option<String> STOP_WORDS =
      Option.of("stopWords", path("FILE"), "Stop words, one a line", "停用词，每行一个")
          .otherwise("the built-in list", "内置词表");

  static final Option<String> METADATA =
      Option.of(
              "metadata",
              path("FILE"),
              "CSV joined to documents by a column `file` or `id`",
              "文档元数据：CSV，按 `file` 或 `id` 列与文档对应")
          .otherwise("none", "无");

  static final Option<SegmenterKind> SEGMENTER =
      Option.of(
              "segmenter",
              choice(List.of(SegmenterKind.values()), SegmenterKind::label),
              "Segmenter; `hanlp` is HanLP's own code, for `--words=hanlp`: slower, the same words,"
                  + " but phrases only where both ends are borders of words",
              "分词器；`hanlp` 为 HanLP 原有代码，须有 `--words=hanlp`：较慢，词相同，但短语两端须与词界重合")
          .orElse(SegmenterKind.LATTICE.label());

  static final Option<WordStandard> WORDS =
      Option.of(
              "words",
              choice(List.of(WordStandard.values()), WordStandard::label),
              "What is one word: `core`, the words of HanLP's core dictionary, with names, dates,"
                  + " ordinals and numbers whole; `hanlp`, as HanLP has it: its user dictionary glues"
                  + " 新的 and 经济发展, and names and dates fall to pieces",
              "词的标准：`core` 为 HanLP 核心词典的词，人名、日期、序数和数字各为一词；"
                  + "`hanlp` 与 HanLP 原有结果一致（用户词典把“新的”“经济发展”合为一词，人名、日期则切碎）")
          .orElse(WordStandard.CORE.label());

  static final Option<String> WHERE =
      Option.of(
              "where",
              text("CONDITION"),
              "Documents that are counted, by their fields: `year >= 2020 and level = 'province'`;"
                  + " the others are listed only",
              "只统计字段符合此条件的文档，如 `year >= 2020 and level = 'province'`；其余只列出")
          .otherwise("all", "全部");

  static final Option<List<Zone>> ZONES =
      Option.of(
              "zones",
              choices(List.of(Zone.values()), Zone::toString),
              "Parts of documents that are counted: `body`, `heading`, `headline`, `kicker`, `byline`,"
                  + " `table`, `footnote`, `glossary`, `annex`; the others keep their places only",
              "只统计文档的哪些部分：`body`（正文）、`heading`（小标题）、`headline`（标题）、`kicker`（副题）、`byline`（署名）、"
                  + "`table`（表格）、`footnote`（脚注）、`glossary`（名词解释）、`annex`（附件）；其余只占位置")
          .otherwise("all", "全部");

  static final Option<String> ENCODING =
      Option.of("encoding", encoding(), "Encoding of all files", "所有文件的编码")
          .otherwise("found out for each", "逐个文件识别");

  static final Option<String> TEXT_FIELD =
      Option.of("textField", text("NAME"), "Field of records that holds the text", "记录中存放正文的字段")
          .otherwise(
              "`text`, 正文, 全文, 内容, `content` or `body`", "`text`、正文、全文、内容、`content` 或 `body`");

  static final Option<Boolean> REPAIR_MOJIBAKE =
      Option.of(
              "repairMojibake",
              flag(),
              "Take back text that was UTF-8 and read as GBK before it was saved (鎺ㄨ繘 for 推进)",
              "还原保存前被误按 GBK 读取的 UTF-8 文本（如 推进 变成 鎺ㄨ繘）")
          .orElse("false", "off", "关闭");

  static final Option<List<ContextUnit>> UNITS =
      Option.of(
              "units",
              choices(List.of(ContextUnit.values()), ContextUnit::label),
              "Units of co-occurrence: `sentence`, `paragraph`, `document`, `window`, or several",
              "共现的单位：`sentence`（句）、`paragraph`（段）、`document`（篇）、`window`（窗口），可多选")
          .orElse(ContextUnit.SENTENCE.label());

  /** A window does not leave its sentence, and no sentence is longer than this. */
  static final Option<Integer> WINDOW =
      Option.of(
              "window",
              count(1, SentenceSplitter.MAX_LENGTH),
              "Reach of the window in words, to either side",
              "窗口向两侧各取的词数")
          .orElse("5");

  static final Option<Integer> LONG_SENTENCE =
      Option.of(
              "longSentence",
              count(1, SentenceSplitter.MAX_LENGTH),
              "Words of a sentence above which it is long: pairs that mostly meet in such sentences are"
                  + " in no ranking",
              "长句的词数界限：超过者为长句，多半在长句中共现的词对不列入排序")
          .orElse("80");

  static final Option<Long> MIN_TERM_FREQUENCY =
      Option.of(
              "minTermFrequency",
              wholeFrom(1),
              "In how many sentences a term must occur to enter the vocabulary; phrases are always in",
              "词进入词汇表至少要出现的句子数；短语总在其中")
          .orElse("2");

  static final Option<Long> MIN_JOINT_FREQUENCY =
      Option.of(
              "minJointFrequency",
              wholeFrom(1),
              "How often two terms must occur together to be a row; two phrases once",
              "两词列为词对至少要共现的次数；两个短语共现一次即可")
          .orElse("2");

  static final Option<Integer> VOCABULARY_SIZE =
      Option.of(
              "vocabularySize",
              countFrom(0),
              "How many content terms enter the vocabulary, beside the phrases",
              "词汇表在短语之外最多收入的实词数")
          .orElse("20000");

  static final Option<Set<String>> GROUP_BY =
      Option.of(
              "groupBy",
              names("FIELD[,FIELD...]"),
              "Fields to group documents by, for `keyness`, `trends` and `bursts`: `region`, `year`,"
                  + " `issuer`, `doc_type`, or others of the metadata",
              "按哪些字段给文档分组（用于 `keyness`、`trends` 和 `bursts`）：`region`、`year`、`issuer`、`doc_type`"
                  + " 或元数据的其他字段")
          .otherwise("none", "无");

  static final Option<String> REFERENCE_GROUP =
      Option.of(
              "referenceGroup",
              text("VALUE"),
              "The value of the field that all others are compared with",
              "作为比较基准的字段值")
          .otherwise("the rest of each", "各组之外的其余文档");

  static final Option<String> EXCLUDE =
      Option.of(
              "exclude",
              text("pos:TAG|ownNames[,...]"),
              "Terms that `keyness` does not show, though it tests them: those of a part of speech and"
                  + " its kinds (`pos:ns`, phrases excepted), and with `ownNames` the names of the"
                  + " group's own places and bodies (上海 of 上海市)",
              "`keyness` 不列出（仍参与检验）的词：某一词性及其小类（如 `pos:ns`，短语除外）；`ownNames`"
                  + " 为该组自身的地名、机构名（如上海市一组的“上海”）")
          .otherwise("none", "无");

  static final Option<Integer> MIN_DOCUMENTS =
      Option.of(
              "minDocuments",
              countFrom(1),
              "Fewest documents that are evidence: of a pair, which with fewer is in no ranking; on a side"
                  + " of `keyness`, with fewer no `q_bh`; of a group with a term that is no phrase, for its `trends` and `bursts`",
              "足以为据的最少文档数：不足的词对不列入排序；`keyness` 的一侧不足时不给出 `q_bh`；一组中含某词（短语除外）的文档不足时不列其"
                  + " `trends` 和 `bursts`")
          .orElse("3");

  static final Option<String> PERIOD =
      Option.of(
              "period",
              nameOrPath(calendarPeriods()),
              "Periods of `trends` and `bursts`: `year`, `month`, or a CSV of named ones: name, first"
                  + " day, last day (十三五,2016-01-01,2020-12-31)",
              "`trends` 和 `bursts` 的时期：`year`（年）、`month`（月），或列出时期的 CSV：名称、首日、末日"
                  + "（十三五,2016-01-01,2020-12-31）")
          .orElse(CalendarPeriods.YEAR.label());

  private static List<String> calendarPeriods() {
    return Stream.of(CalendarPeriods.values()).map(CalendarPeriods::label).toList();
  }

  static final Option<Integer> NETWORK_EDGES =
      Option.of(
              "networkEdges",
              countFrom(1),
              "Most edges of each network, the strongest",
              "每个网络最多保留的边数（取最强者）")
          .orElse("1000");

  static final Option<String> NETWORK =
      Option.of(
              "network",
              text("NAME[,NAME...]"),
              "Networks besides that of the phrases, `phrases`: `all`, the strongest pairs of all;"
                  + " `around:数字经济,实体经济`, those with their strongest partners; `terms:FILE`, those"
                  + " among the terms of a file, one a line",
              "短语网络（`phrases`）之外的网络：`all`，全部词对中最强者；`around:数字经济,实体经济`，这些词及与之关联最强的词；"
                  + "`terms:FILE`，文件所列各词（每行一个）之间")
          .orElse("all");

  static final Option<Long> SEED =
      Option.of(
              "seed",
              wholeFrom(Long.MIN_VALUE),
              "Seed of resampling, of the search for communities, and of the layout of networks",
              "重抽样、社群划分与网络布局的随机种子")
          .orElse("1");

  static final Option<Selection<Table>> TABLES =
      Option.of(
              "tables",
              selection(Tables.all(), Table::name),
              "Tables to write: names, `all`, or with + and - what is added to the usual ones and"
                  + " left out of them: `+texts,-bursts`",
              "要写出的表：表名，或 `all`（全部），或以 + - 增减：`+texts,-bursts`")
          .otherwise(
              "all but `texts`, `tokens`, `candidates`, `passages`, `passage_occurrences`, `lineage`,"
                  + " `reuse`, `duplicate_clusters`, `diffusion` and `trend_tests`; `keyness` with `--groupBy`, `candidates` with `--adopt`",
              "除 `texts`、`tokens`、`candidates`、`passages`、`passage_occurrences`、`lineage`、`reuse`、"
                  + "`duplicate_clusters`、`diffusion`、`trend_tests` 外全部；"
                  + "`keyness` 须有 `--groupBy`，`candidates` 须有 `--adopt`");

  static final Option<List<String>> MEASURES =
      Option.of(
              "measures",
              choices(Measures.names(), Function.identity()),
              "Measures to write in `terms`, `document_terms`, `cooccurrences` and `keyness`: `all`,"
                  + " or names; `default` among them keeps the usual ones",
              "`terms`、`document_terms`、`cooccurrences` 和 `keyness` 中要写出的指标：`all`（全部）或指标名；"
                  + "其中写 `default` 则保留通常的指标")
          .orElse(Measures.DEFAULT);

  static final Option<Integer> ADOPT =
      Option.of(
              "adopt",
              countFrom(0),
              "Find candidates first, and take so many of the best into the lexicon of the run",
              "先找出候选表达，把最好的若干个收入本次运行的词典")
          .orElse("0", "none", "不收入");

  static final Option<Integer> MIN_PASSAGE =
      Option.of(
              "minPassage",
              count(2, MOST_IN_PASSAGE),
              "Words of the shortest passage of `passages`, and of what `lineage` credits",
              "`passages` 及 `lineage` 中最短的共有语段的词数")
          .orElse("8");

  static final Option<PassageUse> PASSAGES =
      Option.of(
              "passages",
              choice(List.of(PassageUse.values()), PassageUse::label),
              "Words of passages of `--minPassage` words or more that several documents share: `count`"
                  + " them, `once` at the first place of each, or `exclude` them from what is counted",
              "多篇文档共有的语段（至少 `--minPassage` 个词）中的词：`count` 照常计入，`once` 只计首次出现处，`exclude` 不计")
          .orElse(PassageUse.COUNT.label());

  static final Option<Boolean> FOLD_TRADITIONAL =
      Option.of(
              "foldTraditional",
              flag(),
              "Count traditional characters as their simplified forms",
              "把繁体字归并为简体字统计")
          .orElse("false", "off", "关闭");

  static final Option<Boolean> KEEP_DUPLICATES =
      Option.of(
              "keepDuplicates",
              flag(),
              "Count documents with the same text each time, not once",
              "全文相同的文档逐篇计入，而不是只计一次")
          .orElse("false", "off", "关闭");

  static final Option<Integer> CONTEXT_WIDTH =
      Option.of(
              "contextWidth",
              countFrom(0),
              "Characters of context on either side in `phrase_occurrences`",
              "`phrase_occurrences` 中上下文向两侧各取的字符数")
          .orElse("30");

  static final Option<Integer> MAX_DOCUMENT_BYTES =
      Option.of(
              "maxDocumentBytes",
              count(1, ReadSettings.MOST_BYTES),
              "Bytes that a document may have, uncompressed; a larger one is rejected",
              "每篇文档（解压后）最多的字节数；更大的不予收录")
          .orElse(String.valueOf(ReadSettings.USUAL_BYTES));

  static final Option<Double> MAX_REJECTED_FRACTION =
      Option.of(
              "maxRejectedFraction",
              fraction(),
              "Share of rejected documents, 0 to 1, above which the run fails, after writing",
              "未采用文档的比例（0 到 1）超过此值时，写完后以失败结束")
          .orElse("1.0");

  static final Option<Boolean> OVERWRITE =
      Option.of(
              "overwrite",
              flag(),
              "Replace an older result; it stays readable until the new one is complete",
              "替换旧的结果；新结果完成之前旧的仍可读取")
          .orElse("false", "off", "关闭");

  static final Option<Boolean> REPORT =
      Option.of(
              "report",
              flag(),
              "Write `report.html`, a page that shows the result and opens from disk",
              "写出 `report.html`：展示结果的网页，双击即可打开")
          .orElse("true", "on", "开启");

  static final Option<List<Export>> EXPORTS =
      Option.of(
              "exports",
              choices(List.of(Export.values()), Export::label),
              "Files for other programs, beside the result: `xlsx`, `csv`, `gexf`, `graphml`,"
                  + " `vosviewer`, `pajek`, `ucinet`, `matrix`",
              "在结果旁另存供其他软件使用的文件：`xlsx`、`csv`、`gexf`、`graphml`、`vosviewer`、`pajek`、`ucinet`、`matrix`")
          .otherwise("none", "无");

  static final Option<Integer> BUCKETS =
      Option.of(
              "buckets",
              countFrom(0),
              "Buckets that large tables are dealt to: files each has",
              "大表分成的桶数，即每表的文件数")
          .orElse("0", "by the size of the input", "按输入大小而定");

  static final Option<Integer> SHARDS =
      Option.of(
              "shards",
              countFrom(0),
              "Shards that documents are dealt to, so that no worker holds a word of every document"
                  + " whole",
              "文档分成的份数，使处处出现的词不必由一个工作进程整个容纳")
          .orElse("0", "one for 600,000 documents", "每 60 万篇文档一份");

  static final Option<Long> SPLIT_BYTES =
      Option.of(
              "splitBytes",
              wholeFrom(0),
              "Bytes of input that a worker takes at one go",
              "每个工作进程一次读取的输入字节数")
          .orElse("0", "by the size of the input", "按输入大小而定");

  static final Option<Boolean> PLAN_ON_WORKERS =
      Option.of(
              "planOnWorkers",
              flag(),
              "List the input on a worker: for storage that this machine cannot list",
              "由工作进程列出输入：用于本机无法列出的存储")
          .orElse("false", "off", "关闭");

  /** All of them, in the order in which they are documented. */
  static final List<Option<?>> ALL =
      List.of(
          INPUT,
          OUTPUT,
          LEXICON,
          STOP_WORDS,
          METADATA,
          WHERE,
          ZONES,
          SEGMENTER,
          WORDS,
          ENCODING,
          TEXT_FIELD,
          REPAIR_MOJIBAKE,
          UNITS,
          WINDOW,
          LONG_SENTENCE,
          MIN_TERM_FREQUENCY,
          MIN_JOINT_FREQUENCY,
          VOCABULARY_SIZE,
          GROUP_BY,
          REFERENCE_GROUP,
          EXCLUDE,
          MIN_DOCUMENTS,
          PERIOD,
          NETWORK,
          NETWORK_EDGES,
          SEED,
          TABLES,
          MEASURES,
          ADOPT,
          MIN_PASSAGE,
          PASSAGES,
          FOLD_TRADITIONAL,
          KEEP_DUPLICATES,
          CONTEXT_WIDTH,
          MAX_DOCUMENT_BYTES,
          MAX_REJECTED_FRACTION,
          OVERWRITE,
          REPORT,
          EXPORTS,
          BUCKETS,
          SHARDS,
          SPLIT_BYTES,
          PLAN_ON_WORKERS);

  private RunOptions() {}
}
