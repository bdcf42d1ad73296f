package org.zhengyu.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.ProjectVersion;
import org.zhengyu.pipeline.report.RunReport;
import org.zhengyu.pipeline.report.Versions;
import org.zhengyu.pipeline.rows.Measures;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.SelectEdges;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.input.NamedPeriods;
import org.zhengyu.transforms.input.Periods;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.Measure;
import org.zhengyu.transforms.stats.TermWeighting;
import org.zhengyu.transforms.structure.Zone;

/** How the numbers of a run came about, as a paragraph for the methods section of a paper. */
final class Methods {
  /** What follows the names of measures. */
  private static final String DEFINITIONS = "定义见docs/measures.zh.md";

  private final RunConfig config;
  private final RunReport report;
  private final Measures measures;
  private final List<String> sentences = new ArrayList<>();

  private Methods(RunConfig config, RunReport report) {
    this.config = config;
    this.report = report;
    this.measures = config.measures();
  }

  /** The paragraph in Chinese, with the settings and sizes of the run. */
  static String inChinese(RunConfig config, RunReport report) {
    Methods methods = new Methods(config, report);
    methods.corpus();
    methods.segmentation();
    methods.vocabulary();
    if (config.writes(Tables.COOCCURRENCES, Tables.NETWORK_NODES, Tables.NETWORK_EDGES)) {
      methods.pairs();
    }
    if (config.writes(Tables.NETWORK_NODES, Tables.NETWORK_EDGES)) {
      methods.networks();
    }
    if (config.writes(Tables.KEYNESS)) {
      methods.keyness();
    }
    if (config.writes(Tables.TRENDS, Tables.BURSTS)) {
      methods.trends();
    }
    if (config.writes(Tables.TREND_TESTS)) {
      methods.say("趋势用Mann–Kendall法检验，p值在每组之内以Benjamini–Hochberg法校正，斜率（每年每百万词）用Theil–Sen法估计");
    }
    return String.join("", methods.sentences);
  }

  private void corpus() {
    Manifest.Documents documents = report.documents();
    Manifest.Totals totals = report.totals();
    say(
        "语料共%,d篇文档，%,d个句子，%,d个词次，%,d个词型",
        report.countedDocuments(), totals.sentences(), totals.tokens(), totals.types());
    Set<Zone> zones = config.segmentation().zones();
    if (zones.size() < Zone.values().length) {
      say(
          "只统计文档的%s部分",
          zones.stream().sorted().map(Zone::toString).collect(Collectors.joining("、")));
    }
    if (documents.rejected() > 0) {
      say("另有%,d篇无法读取或记录重复，未予采用", documents.rejected());
    }
    if (documents.duplicated() > 0) {
      say(
          config.keepsDuplicates() ? "其中%,d篇与他篇全文相同，照样计入" : "另有%,d篇与他篇全文相同，只计一次",
          documents.duplicated());
    }
  }

  private void segmentation() {
    say(
        "文本由政语（Zhengyu）%s处理，分词采用HanLP（%s）的二元语法模型与维特比算法，%s",
        ProjectVersion.current(),
        Versions.hanlp(),
        switch (config.segmentation().words()) {
          case CORE -> "词取自其核心词典及用户词典中各部分从未分立相邻的词，人名、日期、序数和数字各记为一词（words=core）";
          case HANLP -> "不作人名、地名、机构名和数词识别，用户词典的词一律合并（words=hanlp）";
        });
    say(
        "政策短语取自词表%s，%s",
        lexiconInChinese(),
        switch (config.segmentation().segmenter()) {
          case LATTICE -> "作为候选词与其他词在同一词图中比较代价，胜出者整体记为一词";
          case HANLP -> "两端与词界重合者整体记为一词，先于HanLP自带的用户词典";
        });
    say("标点不计为词；停用词不进入词汇表，但保留其位置并计入总词次");
    if (config.foldsTraditional()) {
      say("繁体字按字归并为简体字统计");
    }
  }

  private String lexiconInChinese() {
    List<Manifest.LexiconFile> files = config.lexicon().files();
    String each =
        files.stream()
            .map(
                file ->
                    String.format(
                        Locale.ROOT,
                        "“%s”（%,d条，SHA-256前八位%s）",
                        file.file(),
                        file.phrases(),
                        file.sha256().substring(0, 8)))
            .collect(Collectors.joining("、"));
    return files.size() == 1
        ? each
        : String.format(
            Locale.ROOT, "%s（合计%,d条，有异者以后者为准）", each, config.lexicon().phrases().size());
  }

  private void vocabulary() {
    say(
        "词汇表包括语料中出现的全部短语，以及出现于至少%,d个句子、频次最高的至多%,d个实词（两字以上，不含停用词）",
        config.limits().minTermFrequency(), config.limits().size());
    if (measures.terms().equals(Dispersion.DEFAULTS)
        && measures.documentTerms().equals(TermWeighting.DEFAULTS)) {
      say("TF-IDF为tf·ln(N/df)；离散度以文档为单位，用Gries的DP、其归一化值与Juilland的D");
    } else {
      say(
          "词的离散指标以文档为单位，为%s；词在文档中的权重为%s（" + DEFINITIONS + "）",
          names(measures.terms()),
          names(measures.documentTerms()));
    }
  }

  private void pairs() {
    String units =
        config.units().stream().map(this::unitInChinese).collect(Collectors.joining("、"));
    say("共现以%s为单位统计，联合频次、边际频次与总数取自同一事件空间", units);
    say(
        "关联强度由四格表计算：%s，只列共现不少于%,d次的词对和全部短语对",
        measures.cooccurrences().equals(Association.DEFAULTS)
            ? "PMI（以2为底）、NPMI、MI3、t值、z值、logDice、带符号的四项对数似然比G²、χ²（不作Yates校正）与ΔP"
            : names(measures.cooccurrences()) + "（" + DEFINITIONS + "）",
        config.limits().minJointFrequency());
  }

  private String unitInChinese(ContextUnit unit) {
    return switch (unit) {
      case SENTENCE -> "句子（同句出现与否）";
      case PARAGRAPH -> "段落（同段出现与否）";
      case DOCUMENT -> "文档（同篇出现与否）";
      case WINDOW -> "句内前后各" + config.window() + "词的对称窗口（G²只作排序之用）";
    };
  }

  private void networks() {
    say(
        "共现网络取G²不低于%.3f（χ²分布自由度1，p=0.001）的边，每个网络最强的至多%,d条，以Dice系数为权重；路径长度取权重的倒数，PageRank阻尼系数0.85，社群用Leiden算法（分辨率1，十次取模块度最大者，种子%d）划分",
        SelectEdges.MIN_G2, config.networks().most(), config.seed());
    for (ContextUnit unit : config.units()) {
      report.networks(unit).forEach((name, size) -> network(unit, name, size));
    }
    if (report.countedDocuments() >= Bootstrap.MIN_DOCUMENTS) {
      say(
          "每个网络最强的%d条边的权重附95%%置信区间，由以文档为抽样单位的泊松自助法（%d次，种子%d）得出",
          ResampledEdges.RESAMPLED, Bootstrap.REPLICATES, config.seed());
    }
  }

  private void network(ContextUnit unit, String name, Manifest.NetworkSize size) {
    if (size.edges() > 0) {
      say(
          "以%s为单位的网络“%s”有%,d个节点、%,d条边、%,d个连通分支，模块度%.3f",
          nameInChinese(unit),
          name,
          size.nodes(),
          size.edges(),
          size.components(),
          size.modularity());
    }
  }

  private static String nameInChinese(ContextUnit unit) {
    return switch (unit) {
      case SENTENCE -> "句子";
      case PARAGRAPH -> "段落";
      case DOCUMENT -> "文档";
      case WINDOW -> "窗口";
    };
  }

  private void keyness() {
    String fields = String.join("、", config.grouping().fields());
    String reference = config.referenceGroup();
    String other = reference == null ? "与其余有此项记录的文档" : "与“" + reference + "”组";
    if (measures.keyness().equals(Keyness.DEFAULTS)) {
      say(
          "关键性按%s分组，各组%s比较；显著性用带符号的四项对数似然比G²，p值在每组之内以Benjamini–Hochberg法校正（任一侧不足%d篇文档或词仅见于一篇文档时不给出），效应量为log2频率比（不作平滑）、%%DIFF、BIC、simple"
              + " maths（λ=1）、优势比与带信息性Dirichlet先验的对数优势z值（先验为两侧合并语料的%.0f词次）",
          fields, other, config.minDocuments(), Keyness.PRIOR_TOKENS);
    } else {
      say("关键性按%s分组，各组%s比较；指标为%s（" + DEFINITIONS + "）", fields, other, names(measures.keyness()));
    }
    say("关键词以对数优势z值乘以（1−该词在本组各文档中的归一化比例偏差）排序");
    if (measures.keyness().contains(Keyness.LOG_RATIO_CI_LOW)
        || measures.keyness().contains(Keyness.LOG_RATIO_CI_HIGH)) {
      say(
          "log2频率比的95%%置信区间由以文档为抽样单位的泊松自助法（%d次，种子%d，按两侧规模共加1次）得出，任一侧不足%d篇文档时不给出",
          Bootstrap.REPLICATES, config.seed(), Bootstrap.MIN_DOCUMENTS);
    }
  }

  private static String names(Set<? extends Measure<?>> measures) {
    return measures.stream().map(Measure::column).collect(Collectors.joining("、"));
  }

  private void trends() {
    say(
        "历时频率按%s计算（每百万词，95%%置信区间用Wilson法，以词次独立为前提），突现用Kleinberg两状态模型，以含该词的文档数计（s=2，γ=1）",
        periods());
  }

  private String periods() {
    Periods periods = config.grouping().periods();
    if (periods instanceof NamedPeriods named) {
      return "自定的" + named.names().size() + "个时期（" + String.join("、", named.names()) + "）";
    }
    return periods == CalendarPeriods.MONTH ? "月" : "年";
  }

  @SuppressWarnings("AnnotateFormatMethod") // It is private and called here only.
  private void say(String sentence, Object... values) {
    sentences.add(String.format(Locale.ROOT, sentence, values) + "。");
  }
}
