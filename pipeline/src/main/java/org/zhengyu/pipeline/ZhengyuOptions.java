package org.zhengyu.pipeline;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The command line. Texts and numbers only; {@link RunConfig} checks them and gives them types.
 * Every option of Beam and of the chosen runner works beside these.
 */
public interface ZhengyuOptions extends PipelineOptions {
  @Description("Files, folders or patterns with commas between (required)")
  String getInput();

  void setInput(String value);

  @Description("Folder for the result (required)")
  String getOutput();

  void setOutput(String value);

  @Description("Lexicon: CSV phrase,category,variants or one phrase a line; default: the starter")
  String getLexicon();

  void setLexicon(String value);

  @Description("Stop words, one a line; default: the built-in list")
  String getStopWords();

  void setStopWords(String value);

  @Description("CSV joined to documents by a column file or id")
  String getMetadata();

  void setMetadata(String value);

  @Description("Segmenter: lattice, or HanLP's own code, which is slower: hanlp; the same tokens")
  @Default.String("lattice")
  String getSegmenter();

  void setSegmenter(String value);

  @Description("Encoding of all input files; default: found out for each file")
  String getEncoding();

  void setEncoding(String value);

  @Description("Units of co-occurrence: sentence, paragraph, document, window; several by commas")
  @Default.String("sentence")
  String getUnits();

  void setUnits(String value);

  @Description("Reach of the window in words to either side")
  @Default.Integer(5)
  Integer getWindow();

  void setWindow(Integer value);

  @Description("In how many units a term must occur to enter the vocabulary")
  @Default.Long(2)
  Long getMinTermFrequency();

  void setMinTermFrequency(Long value);

  @Description("How often two terms must occur together to be a row")
  @Default.Long(2)
  Long getMinJointFrequency();

  void setMinJointFrequency(Long value);

  @Description("How many content terms enter the vocabulary beside the phrases")
  @Default.Integer(20_000)
  Integer getVocabularySize();

  void setVocabularySize(Integer value);

  @Description(
      "Fields to compare documents by: region, year, issuer, doc_type or others, by commas")
  String getGroupBy();

  void setGroupBy(String value);

  @Description("Value that all others are compared with; default: each with all the rest")
  String getReferenceGroup();

  void setReferenceGroup(String value);

  @Description("Periods of trends and bursts: year or month; default: year")
  String getPeriod();

  void setPeriod(String value);

  @Description("Most edges of the network of each unit, the strongest")
  @Default.Integer(1000)
  Integer getNetworkEdges();

  void setNetworkEdges(Integer value);

  @Description("Seed of resampling and of the search for communities")
  @Default.Long(1)
  Long getSeed();

  void setSeed(Long value);

  @Description("Tables to write, by commas; default: all but tokens, keyness only with --groupBy")
  String getTables();

  void setTables(String value);

  @Description("Count traditional characters as their simplified forms")
  @Default.Boolean(false)
  Boolean getFoldTraditional();

  void setFoldTraditional(Boolean value);

  @Description("Count documents with the same text each time, not once")
  @Default.Boolean(false)
  Boolean getKeepDuplicates();

  void setKeepDuplicates(Boolean value);

  @Description("Characters of context on either side of a phrase in phrase_occurrences")
  @Default.Integer(30)
  Integer getContextWidth();

  void setContextWidth(Integer value);

  @Description("Share of rejected documents, 0 to 1, over which the run fails after writing")
  @Default.Double(1.0)
  Double getMaxRejectedFraction();

  void setMaxRejectedFraction(Double value);

  @Description("Replace an older result in the output folder")
  @Default.Boolean(false)
  Boolean getOverwrite();

  void setOverwrite(Boolean value);

  @Description("Buckets that large tables are dealt to: files each has; default: by input size")
  @Default.Integer(0)
  Integer getPartitions();

  void setPartitions(Integer value);

  @Description("List the input on a worker: for storage that this machine cannot list")
  @Default.Boolean(false)
  Boolean getPlanOnWorkers();

  void setPlanOnWorkers(Boolean value);

  @Description("Bytes of input that a worker takes at one go; default: by input size")
  @Default.Long(0)
  Long getUnitBytes();

  void setUnitBytes(Long value);
}
