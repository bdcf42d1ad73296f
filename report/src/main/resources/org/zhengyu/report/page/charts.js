// Charts: each with a table of its numbers behind it, and ways to take it along.

const Charts = {
  waiting: [],
  shown: [],

  /** Draws what was added to the page since the last time. */
  draw() {
    for (const { place, option, onclick } of this.waiting.splice(0)) {
      const chart = echarts.init(place, null, { renderer: 'svg' });
      chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: colour('ink') },
        ...option(place.clientWidth, place.clientHeight) });
      if (onclick) {
        chart.on('click', onclick);
      }
      place.chart = chart;
      this.shown.push(chart);
    }
  },

  clear() {
    this.waiting = [];
    this.shown.splice(0).forEach((chart) => chart.dispose());
  },

  resize() {
    this.shown.forEach((chart) => chart.resize());
  },

  /** Lets drawings shrink with the paper, which is told to no chart. */
  fitPaper() {
    document.querySelectorAll('.chart svg').forEach((drawing) => drawing.setAttribute('viewBox',
      [0, 0, drawing.getAttribute('width'), drawing.getAttribute('height')].join(' ')));
  },
};

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

/** Eight colours that people with any sight can tell apart (Okabe and Ito), for communities. */
const HUES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c6d31', '#7f7f7f'];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

function axis(more) {
  return {
    axisLine: { lineStyle: { color: colour('line') } },
    axisTick: { show: false },
    axisLabel: { color: colour('soft'), fontSize: 12 },
    splitLine: { lineStyle: { color: colour('line') } },
    nameTextStyle: { color: colour('soft') },
    ...more,
  };
}

/** Tooltips are text; a brace of a document is no command of the drawing library. */
function tooltip(formatter) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('panel'),
    borderColor: colour('line'),
    textStyle: { color: colour('ink'), fontFamily: FONT, fontSize: 13 },
    formatter: (item) => plain(formatter(item)),
  };
}

function plain(text) {
  return String(text).replace(/[{}]/g, (brace) => (brace === '{' ? '｛' : '｝'));
}

/**
 * A chart with its title, what it tells, and its numbers.
 *
 * option: makes the option of ECharts when the place to draw, of this width and height, is there; table: as of dataTable;
 * sql: gives what is drawn
 */
function chart({ name, title, note, height, option, onclick, table, sql }) {
  const place = h('div', { class: 'chart', role: 'img', 'aria-label': title + (note ? '. ' + note : '') });
  place.style.height = height + 'px';
  Charts.waiting.push({ place, option, onclick });
  const tools = h('div', { class: 'tools' });
  const copySvg = button(say('copySvg'), () => copy(svgOf(place), copySvg));
  tools.append(copySvg, button(say('savePng'), () => savePng(place, name)), sqlButton(sql));
  return h('figure', { class: 'figure', 'data-name': name },
    h('figcaption', null, h('h3', null, title), note ? h('p', { class: 'note' }, note) : null),
    place, tools,
    table ? h('details', null, h('summary', null, say('numbers')),
      dataTable({ name, caption: title, ...table })) : null);
}

function svgOf(place) {
  return place.chart.renderToSVGString();
}

function savePng(place, name) {
  const scale = 2;
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = place.clientWidth * scale;
    canvas.height = place.clientHeight * scale;
    const context = canvas.getContext('2d');
    context.fillStyle = colour('paper');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name + '.png', blob));
  };
  picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svgOf(place));
}

/** A line through the years, small enough for a row. */
function sparkline(numbers, title) {
  const width = 90;
  const height = 22;
  const top = Math.max(...numbers) || 1;
  const x = (i) => (numbers.length < 2 ? width / 2 : 1 + (i * (width - 2)) / (numbers.length - 1));
  const y = (value) => height - 2 - (value * (height - 4)) / top;
  const points = numbers.map((value, i) => x(i).toFixed(1) + ',' + y(value).toFixed(1)).join(' ');
  return svg('svg', { class: 'spark', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title },
    svg('polyline', { points, fill: 'none', class: 'sparkLine' }));
}

const STATUSES = ['tf', 'nested', 'overlapped', 'split', 'guarded'];

/** What became of the literal occurrences of a phrase, as a bar. */
function ledgerBar(phrase, most) {
  const width = 110;
  let x = 0;
  const bar = svg('svg', { class: 'ledger', width, height: 12, viewBox: `0 0 ${width} 12`, role: 'img',
    'aria-label': ledgerWords(phrase) });
  bar.append(svg('title', {}, ledgerWords(phrase)));
  for (const status of STATUSES) {
    const length = ((phrase[status] ?? 0) * width) / Math.max(most, 1);
    if (length > 0) {
      bar.append(svg('rect', { x: x.toFixed(2), y: 1, width: Math.max(length, 0.7).toFixed(2), height: 10,
        class: 'status-' + status }));
      x += length;
    }
  }
  return bar;
}

function ledgerWords(phrase) {
  return STATUSES.filter((status) => phrase[status] > 0)
    .map((status) => say(status === 'tf' ? 'token' : status) + ' ' + count(phrase[status])).join(language === 'zh' ? '，' : ', ');
}

function ledgerLegend() {
  return h('p', { class: 'legend' }, STATUSES.map((status) =>
    h('span', null, svg('svg', { width: 12, height: 12, 'aria-hidden': 'true' },
      svg('rect', { width: 12, height: 12, class: 'status-' + status })), ' ' + say(status === 'tf' ? 'token' : status))));
}
