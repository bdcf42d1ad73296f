// What the page says, in English and Chinese. {0}, {1} stand for what a sentence speaks of.

const WORDS = {
  title: ['Zhengyu report', '政语报告'],
  loading: ['Reading the tables …', '正在读取各表……'],
  skip: ['Skip to the view', '跳到正文'],
  views: ['Views', '视图'],
  language: ['中文', 'English'],
  theme: ['Dark / light', '深色／浅色'],
  print: ['Print', '打印'],
  find: ['Find a term: characters or pinyin initials', '查找词语：汉字或拼音首字母'],
  findKey: ['Press / to find a term', '按 / 查找词语'],
  nothingFound: ['Nothing found on this page', '本页没有找到'],

  filter: ['Filter', '筛选'],
  place: ['Place', '地区'],
  from: ['From', '起'],
  to: ['To', '止'],
  kind: ['Kind', '文种'],
  all: ['all', '全部'],
  clear: ['Clear', '清除'],
  filterActs: ['The filter acts on this view: {0} documents, {1} tokens.',
    '筛选作用于本视图：{0}篇文档，{1}个词次。'],
  filterActsNot: ['This shows the whole corpus: the filter does not act on it.',
    '此处为全部语料，不受筛选影响。'],
  unknownPlace: ['place unknown', '地区不详'],
  unknownYear: ['year unknown', '年份不详'],

  copyCsv: ['Copy CSV', '复制 CSV'],
  saveCsv: ['Save CSV', '保存 CSV'],
  copySvg: ['Copy SVG', '复制 SVG'],
  savePng: ['Save PNG', '保存 PNG'],
  copySql: ['Copy SQL', '复制 SQL'],
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
  numbers: ['The numbers behind it', '图中数据'],
  more: ['Show {0} more of {1}', '再显示 {0} 行（共 {1} 行）'],
  rowsOf: ['{0} of {1} rows of {2} are on this page', '本页有 {2} 的 {0} 行（共 {1} 行）'],
  sortBy: ['Sort by {0}', '按{0}排序'],
  noTable: ['The result has no table {0}.', '结果中没有表 {0}。'],
  noData: ['Nothing to show here.', '此处没有内容。'],

  overview: ['Corpus', '语料'],
  overviewAsks: ['What was read, and what is missing?', '读入了什么，缺少什么？'],
  documents: ['documents', '文档'],
  sentences: ['sentences', '句子'],
  tokens: ['tokens', '词次'],
  types: ['types', '词型'],
  phrasesFound: ['phrases found', '出现的短语'],
  ofPhrases: ['of {0} in the lexicon', '词表共 {0} 个'],
  rejected: ['rejected', '未采用'],
  repeated: ['repeated', '重复'],
  coverage: ['Documents by place and year', '各地各年的文档数'],
  coverageNote: ['Darker is more. Choose a field to filter by it.', '颜色越深越多；点选一格即按其筛选。'],
  noYears: ['The year of no document is known. Give a table of metadata with --metadata, and trends,'
    + ' spread and coverage appear.',
  '所有文档年份不详。用 --metadata 给出元数据表后，即有趋势、扩散与覆盖图。'],
  encodings: ['How the files were read', '读取所用的编码'],
  encoding: ['encoding', '编码'],
  encodingSource: ['known from', '依据'],
  reason: ['reason', '原因'],
  rejections: ['What was rejected', '未采用的文档与记录'],
  rejectedNone: ['Nothing was rejected.', '没有未采用的文档。'],
  file: ['file', '文件'],
  detail: ['detail', '说明'],
  documentList: ['Documents', '文档列表'],
  docTitle: ['title', '标题'],
  date: ['date', '日期'],
  year: ['year', '年份'],
  chars: ['characters', '字数'],
  duplicateOf: ['repeats', '与之相同'],
  document: ['document', '文档'],

  board: ['Phrases', '短语'],
  boardAsks: ['Which phrases are used, how often, and since when?', '哪些短语在用，用了多少次，始于何时？'],
  phrase: ['phrase', '短语'],
  category: ['category', '类别'],
  uses: ['uses', '使用次数'],
  ofDocuments: ['documents', '文档数'],
  perMillion: ['per million', '每百万词'],
  shareOfDocuments: ['share of documents', '文档占比'],
  ledger: ['literal occurrences', '字面出现'],
  throughYears: ['per million, by year', '历年每百万词'],
  firstUse: ['first use', '首见'],
  lastUse: ['last use', '末见'],
  since: ['came up in', '提出年份'],
  withUnused: ['also those that do not occur', '包括未出现者'],
  token: ['a token', '独立成词'],
  nested: ['within a longer one', '在更长的词语内'],
  overlapped: ['overlapping another phrase', '与他短语重叠'],
  split: ['across words: no use', '跨词，不算使用'],
  guarded: ['in a number or excluded: no use', '属于数字或被排除，不算使用'],
  categories: ['By category', '按类别'],
  categoriesNote: ['Uses of the phrases of each category, in the whole corpus.', '各类短语的使用次数（全部语料）。'],

  phraseView: ['A phrase', '单个短语'],
  phraseAsks: ['When, where and beside what is “{0}” used?', '“{0}”在何时何地、与什么一起使用？'],
  trend: ['Through time', '历时变化'],
  trendNote: ['Tokens in every million, with the 95 % interval; shaded spans are bursts.',
    '每百万词次中的次数及 95% 区间；底色为突现时段。'],
  usesByYear: ['Uses by year', '各年使用次数'],
  usesByYearNote: ['All uses that the filter lets through.', '筛选范围内的全部使用。'],
  interval: ['95 % interval', '95% 区间'],
  burst: ['burst', '突现'],
  bursts: ['Bursts', '突现时段'],
  weight: ['weight', '权重'],
  period: ['period', '时期'],
  forms: ['As it is written', '原文写法'],
  form: ['form', '写法'],
  shown: ['on this page', '本页所列次数'],
  neighbours: ['Neighbours', '邻近词语'],
  neighboursNote: ['Terms that share a {0} with it, by the evidence of G²; choose one to read the sentences.',
    '与之同{0}出现的词语，按 G² 排序；点选即看例句。'],
  unit: ['unit', '单位'],
  sentence: ['sentence', '句'],
  paragraph: ['paragraph', '段'],
  window: ['window', '窗口'],
  together: ['together', '共现'],
  term: ['term', '词语'],
  inDocuments: ['Documents that use it', '使用该短语的文档'],
  notAPhrase: ['“{0}” is no phrase of the lexicon: the page has what the tables count of terms, and its sentences'
    + ' are a command away.',
  '“{0}”不在词表中：本页只有词语的统计，例句可用命令查看。'],
  pin: ['Compare it', '对比'],

  concordance: ['Concordance', '语境'],
  concordanceAsks: ['What do the sentences say?', '原句怎么说？'],
  sortOrder: ['Sort', '排序'],
  sortLot: ['as drawn', '随机'],
  sortLeft: ['by what stands left', '按左邻字'],
  sortRight: ['by what stands right', '按右邻字'],
  sortTime: ['by time', '按时间'],
  sortPlace: ['by place', '按地区'],
  contains: ['Context contains', '上下文包含'],
  statusOf: ['Occurrences', '出现'],
  onlyUses: ['uses', '算使用的'],
  onlyOthers: ['no uses', '不算使用的'],
  linesShown: ['{0} lines shown; of {1} uses in the whole corpus {2} are on this page, drawn by lot.',
    '显示 {0} 行；全部语料共使用 {1} 次，本页抽取 {2} 次。'],
  linesAll: ['{0} lines shown; all {1} uses are on this page.', '显示 {0} 行；共使用 {1} 次，全部在本页。'],
  wider: ['More context', '更多上下文'],
  sentencesOf: ['Sentences with {0}', '含“{0}”的例句'],
  sentencesOfTwo: ['Sentences with {0} and {1}', '同时含“{0}”与“{1}”的例句'],
  sentencesHere: ['{0} on this page, among the lines drawn for it.', '本页所列各行中有 {0} 例。'],
  sentencesElsewhere: ['All of them, at a terminal:', '在终端查看全部：'],
  sentencesSql: ['All of them, in DuckDB:', '用 DuckDB 查看全部：'],
  sentencesNotStored: ['This result has no table of sentences. Run it again with --tables that name `tokens` or'
    + ' `sentences`.', '本结果没有存放句子的表；重新运行时以 --tables 写出 `tokens` 或 `sentences`。'],
  close: ['Close', '关闭'],

  network: ['Network', '网络'],
  networkAsks: ['Which terms belong together?', '哪些词语相互关联？'],
  networkNote: ['The strongest pairs. Dots are phrases, squares other terms; size is strength, colour the community, grey for the'
    + ' small ones. Choose a line to read its sentences, a term to see what is around it.',
  '最强的词对。圆点为短语，方块为其他词语；大小为强度，颜色为社群，小社群为灰色。点选连线看例句，点选词语看其周围。'],
  show: ['Show', '显示'],
  wholeNetwork: ['the whole network', '整体网络'],
  phrasesOnly: ['phrases only', '仅短语'],
  around: ['around', '围绕'],
  drawn: ['{0} of {1} terms and {2} of {3} pairs are drawn.', '画出 {1} 个词语中的 {0} 个、{3} 个词对中的 {2} 个。'],
  communities: ['Communities', '社群'],
  communitiesNote: ['Density is the mean weight of the pairs within, centrality the weight of the pairs that lead out'
    + ' (Callon et al. 1991): top right are the main themes.',
  '密度为社群内词对的平均权重，中心度为通向其他社群的词对的权重之和（Callon 等，1991）：右上为主流主题。'],
  community: ['community', '社群'],
  members: ['members', '成员'],
  density: ['density', '密度'],
  centrality: ['centrality', '中心度'],
  strength: ['strength', '强度'],
  edges: ['Pairs', '词对'],

  keyness: ['Keyness', '关键性'],
  keynessAsks: ['What does one group say more than the others?', '一组文档比其他文档多说了什么？'],
  keynessNote: ['Right: more in {0} than elsewhere. Higher: more evidence (G², logarithmic).',
    '越靠右，在“{0}”中用得越多；越高，证据越强（G²，对数刻度）。'],
  facet: ['field', '字段'],
  value: ['group', '组'],
  logRatio: ['log ratio', 'log₂ 频率比'],
  evidence: ['G²', 'G²'],
  here: ['here', '本组'],
  elsewhere: ['elsewhere', '其余'],
  keynessNeeds: ['Keyness needs groups: run again with --groupBy=region or another field.',
    '关键性须分组：重新运行并给出 --groupBy=region 或其他字段。'],

  dispersion: ['Dispersion', '分布'],
  dispersionAsks: ['Where in the documents does “{0}” stand?', '“{0}”出现在各文档的什么位置？'],
  dispersionNote: ['A line is a document, from its beginning to its end; a mark is a use.',
    '一行为一篇文档，自首至尾；一点为一次使用。'],
  place01: ['place in the document', '篇内位置'],

  spread: ['Spread', '扩散'],
  spreadAsks: ['Where was “{0}” said first, and where later?', '“{0}”先在哪里出现，后来到了哪里？'],
  spreadNote: ['Documents with a use, by place and year, the first place on top; pale: documents without; empty: no documents.',
    '各地各年使用该短语的文档数，最先使用者在上；浅色处有文档而未使用，空白处没有文档。'],
  whoWasFirst: ['Who was first', '何处最先'],
  whoNote: ['The earliest document with a known date or year in each place, within this corpus.',
    '各地最早使用的文档（限于本语料中日期或年份已知者）。'],

  compare: ['Two terms', '两词对比'],
  compareAsks: ['How do “{0}” and “{1}” differ?', '“{0}”与“{1}”有何不同？'],
  first: ['First', '甲'],
  second: ['Second', '乙'],
  byPlace: ['By place', '按地区'],
  byPlaceNote: ['Uses in every million tokens of each place.', '各地每百万词次中的使用次数。'],
  company: ['The company they keep', '各自的邻近词语'],
  companyNote: ['The listed neighbours of each (by G²), with their logDice.', '两者各自所列的邻近词语（按 G² 选取），数值为 logDice。'],
  onlyWith: ['only with {0}', '只与“{0}”'],
  withBoth: ['with both', '与两者'],
  pairOfThem: ['Together', '二者共现'],
  pairNone: ['The pair is not among those on this page.', '这一词对不在本页所列之中。'],

  candidates: ['Candidates', '候选'],
  candidatesAsks: ['What may be a phrase that the lexicon lacks?', '词表中还缺哪些短语？'],
  candidatesNone: ['The result has no table of candidates.', '结果中没有候选表。'],
  choose: ['choose', '选择'],
  copyChosen: ['Copy the chosen as lines of a lexicon', '把选中者复制为词表行'],

  trust: ['Trust', '可信'],
  trustAsks: ['How did the numbers come about, and how to cite them?', '数字从何而来，如何引用？'],
  methods: ['Methods, to paste', '方法说明（可直接粘贴）'],
  warnings: ['Warnings', '警告'],
  noWarnings: ['No warnings.', '没有警告。'],
  notes: ['Notes', '附注'],
  settings: ['Settings', '设置'],
  option: ['option', '选项'],
  setting: ['value', '值'],
  citation: ['Citation', '引用'],
  leftOut: ['What is on this page', '本页收录的内容'],
  leftOutNote: ['A page of at most 5 MB holds not every row of a large result; the tables do.',
    '本页不超过 5 MB，大的结果不能全部收录；完整数据见各表。'],
  table: ['table', '表'],
  rowsHere: ['rows here', '本页行数'],
  rowsAll: ['rows to choose from', '原有行数'],
  inputs: ['Input files', '输入文件'],
  bytes: ['bytes', '字节'],
  keys: ['Keys: / finds a term, [ and ] go to the view before and behind, Esc closes.',
    '快捷键：/ 查找，[ 与 ] 前后切换视图，Esc 关闭。'],
};

let language = 'zh';

/** A text in the language of the page. */
function say(key, ...values) {
  const text = WORDS[key][language === 'zh' ? 1 : 0];
  return text.replace(/\{(\d)\}/g, (all, i) => String(values[i]));
}

const NUMBER = new Intl.NumberFormat('en-US');

/** A count. */
function count(value) {
  return value === null || value === undefined ? '–' : NUMBER.format(value);
}

/** A measure, to three digits that count. */
function measure(value) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : '−∞';
  }
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−');
}

/** A share, as per cent. */
function percent(value) {
  return value === null || !Number.isFinite(value) ? '–' : (100 * value).toFixed(1) + '%';
}
