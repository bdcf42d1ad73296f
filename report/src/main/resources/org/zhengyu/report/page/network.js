// The network of the strongest pairs: whole, of phrases, or around a term; and its communities.

const MOST_DRAWN = 300;

/** Room for names at the border. */
const MARGIN_X = 110;
const MARGIN_Y = 24;

/** How far the axes of communities go on beyond the greatest value, and the longest name of two members. */
const ROOM_BEYOND = 1.05;
const LONGEST_NAME = 14;

const NetworkView = {
  name: 'network',
  filters: false,
  asks: () => say('networkAsks'),

  draw() {
    const all = rowsOf('network_nodes');
    if (all.length === 0) {
      return [h('p', null, Data.tables.has('network_nodes') ? say('noData') : say('noTable', 'network_nodes'))];
    }
    const unit = chosenOf([...new Set(all.map((row) => row.unit))], State.get('unit'));
    const networks = [...new Set(all.filter((row) => row.unit === unit).map(networkOf))].sort(byNetwork);
    const network = chosenOf(networks, State.get('network'));
    const isShown = (row) => row.unit === unit && networkOf(row) === network;
    const nodes = placed(all.filter(isShown));
    const edges = rowsOf('network_edges').filter(isShown);
    const around = nodes.some((node) => node.term === State.get('around')) ? State.get('around') : '';
    const drawn = this.choose(nodes, edges, around);
    const units = [...new Set(all.map((row) => row.unit))];
    return [
      h('div', { class: 'controls' },
        units.length > 1 ? select(say('unit'), units.map((each) => [each, unitWord(each)]), unit,
          (value) => State.go({ unit: value, around: '' })) : null,
        networks.length > 1 ? select(say('network'), networks.map((each) => [each, networkWord(each)]), network,
          (value) => State.go({ network: value, around: '' })) : null,
        select(say('around'), [['', '–'], ...nodes.map((node) => node.term).sort(PINYIN.compare).map((term) => [term, term])],
          around, (value) => State.go({ around: value }))),
      this.picture(drawn, around, unit, network),
      h('p', { class: 'extent' }, say('drawn', count(drawn.nodes.length), count(nodes.length), count(drawn.edges.length),
        count(edges.length)), ' ', this.extentOf(nodes[0])),
      extent('network_nodes'), extent('network_edges'),
      this.communities(nodes, unit, network),
    ];
  },

  /** What a modularity is worth depends on how many parts a network falls into. */
  extentOf(node) {
    return node.components === undefined ? '' : say('modularityAmong', measure(node.modularity), count(node.components));
  },

  choose(nodes, edges, around) {
    let chosen = nodes.slice(0, MOST_DRAWN);
    if (around) {
      const near = new Set([around]);
      edges.forEach((edge) => {
        if (edge.term_a === around || edge.term_b === around) {
          near.add(edge.term_a).add(edge.term_b);
        }
      });
      chosen = circle(nodes.filter((node) => near.has(node.term)), around);
    }
    const terms = new Set(chosen.map((node) => node.term));
    return { nodes: chosen, edges: edges.filter((edge) => terms.has(edge.term_a) && terms.has(edge.term_b)) };
  },

  picture({ nodes, edges }, around, unit, network) {
    const top = nodes.reduce((most, node) => Math.max(most, node.strength), 0);
    const fontSize = nodes.length <= 60 ? 13 : 11;
    const first = namesOf(nodes);
    const inOrder = [...first, ...nodes.filter((node) => !first.includes(node))];
    const hue = hues(nodes);
    return chart({
      name: 'network', title: networkWord(network), note: say('networkNote'), height: 640,
      sql: tableSql('network_edges', 'WHERE unit = ' + sqlText(unit)
        + (nodes[0]?.network ? ' AND network = ' + sqlText(network) : '') + ' ORDER BY weight DESC'),
      option: (width, height) => ({
        tooltip: tooltip((item) => (item.dataType === 'edge'
          ? item.data.row.term_a + ' – ' + item.data.row.term_b + '\n' + say('together') + ' ' + count(item.data.row.o11)
            + '\n' + say('weight') + ' ' + measure(item.data.row.weight)
          : item.data.row.term + '\n' + say('strength') + ' ' + measure(item.data.row.strength) + '\n'
            + say('community') + ' ' + item.data.row.community)),
        series: [{
          type: 'graph', layout: 'none', roam: true, left: MARGIN_X, right: MARGIN_X, top: MARGIN_Y, bottom: MARGIN_Y,
          data: withSides(fitted(inOrder, width - 2 * MARGIN_X, height - 2 * MARGIN_Y).map((node) => ({ ...node,
            size: (node.is_phrase ? 7 : 6) + 13 * Math.sqrt(node.strength / top) })), fontSize,
          { left: -MARGIN_X, right: width - MARGIN_X, top: -MARGIN_Y, bottom: height - MARGIN_Y }).map((node) => ({
            name: node.term, x: node.x, y: node.y, row: node,
            symbol: node.is_phrase ? 'circle' : 'rect',
            symbolSize: node.size,
            itemStyle: { color: hue(node.community), borderColor: colour('paper'), borderWidth: node.term === around ? 3 : 1 },
            label: { show: node.side !== undefined, position: node.side ?? 'right', fontSize },
          })),
          links: edges.map((edge) => ({
            source: edge.term_a, target: edge.term_b, row: edge,
            lineStyle: { width: 0.6 + 4 * edge.weight, color: colour('soft'), opacity: 0.45 },
          })),
          label: { color: colour('ink'), textBorderColor: colour('paper'), textBorderWidth: 3, formatter: (item) => plain(item.name) },
          emphasis: { focus: 'adjacency', label: { show: true } },
        }],
      }),
      onclick: (item) => (item.dataType === 'edge' ? openSentences(item.data.row.term_a, item.data.row.term_b)
        : State.go({ around: item.data.row.term })),
      table: {
        rows: edges, first: 30,
        columns: [
          { title: say('term'), value: (row) => row.term_a, show: (row) => termLink(row.term_a) },
          { title: say('term'), value: (row) => row.term_b, show: (row) => termLink(row.term_b) },
          { title: say('together'), value: (row) => row.o11, isNumber: true, hint: meaning('network_edges', 'o11'),
            show: (row) => sentencesButton(row.o11, row.term_a, row.term_b) },
          { title: say('weight'), value: (row) => row.weight, isNumber: true, isMeasure: true, hint: meaning('network_edges', 'weight') },
          { title: say('interval') + ' ↓', value: (row) => row.weight_ci_low, isNumber: true, isMeasure: true },
          { title: say('interval') + ' ↑', value: (row) => row.weight_ci_high, isNumber: true, isMeasure: true },
        ],
      },
    });
  },

  communities(nodes, unit, network) {
    const rows = communitiesOf(nodes).filter((row) => row.members.length > 2);
    if (rows.length < 2 || rows[0].density === undefined) {
      return null;
    }
    return chart({
      name: 'communities', title: say('communities'), note: say('communitiesNote'), height: 420,
      sql: 'SELECT community, any_value(density) AS density, any_value(centrality) AS centrality, list(term) AS members FROM '
        + stored('network_nodes') + ' WHERE unit = ' + sqlText(unit) + ' AND network = ' + sqlText(network)
        + ' GROUP BY community ORDER BY community;',
      option: (width, height) => this.diagram(rows, hues(nodes), width, height),
      onclick: (item) => State.go({ around: rows[item.dataIndex].members[0] }),
      table: {
        rows,
        columns: [
          { title: say('community'), value: (row) => row.community, isNumber: true },
          { title: say('members'), value: (row) => row.members.slice(0, 12).join(' ') },
          { title: say('term'), value: (row) => row.members.length, isNumber: true },
          { title: say('density'), value: (row) => row.density, isNumber: true, isMeasure: true },
          { title: say('centrality'), value: (row) => row.centrality, isNumber: true, isMeasure: true },
        ],
      },
    });
  },

  /** Communities by centrality and density, with names where there is room for them. */
  diagram(rows, hue, width, height) {
    const grid = { left: 44, right: 150, top: 36, bottom: 44 };
    const most = (key) => ROOM_BEYOND * rows.reduce((top, row) => Math.max(top, row[key]), 0) || 1;
    const [right, top] = [most('centrality'), most('density')];
    const fontSize = 12;
    const points = withSides(rows.map((row) => ({
      term: communityName(row.members), row, size: 8 + 5 * Math.sqrt(row.members.length),
      x: grid.left + (row.centrality / right) * (width - grid.left - grid.right),
      y: height - grid.bottom - (row.density / top) * (height - grid.top - grid.bottom),
    })), fontSize, { left: grid.left, right: width, top: 0, bottom: height - grid.bottom });
    const from0To = (max, more) => axis({ type: 'value', min: 0, max, ...more,
      axisLabel: { color: colour('soft'), fontSize: 12, showMaxLabel: false } });
    return {
      grid,
      xAxis: from0To(right, { name: say('centrality'), nameLocation: 'middle', nameGap: 26 }),
      yAxis: from0To(top, { name: say('density') }),
      tooltip: tooltip((item) => rows[item.dataIndex].members.slice(0, 8).join(' ')),
      series: [{
        type: 'scatter',
        data: points.map(({ row, size, side, term }) => ({
          name: term, value: [row.centrality, row.density], symbolSize: size, itemStyle: { color: hue(row.community) },
          label: { show: side !== undefined, position: side ?? 'right' },
        })),
        label: { color: colour('ink'), fontSize, formatter: (item) => plain(item.name) },
        emphasis: { label: { show: true } },
      }],
    };
  },
};

/** A community by its strongest members: two of them, unless that is long. */
function communityName(members) {
  const two = members.slice(0, 2).join(' ');
  return [...two].length <= LONGEST_NAME ? two : members[0];
}

/** Nodes with places that fill a field of this size, so that nothing is drawn out of shape. */
function fitted(nodes, width, height) {
  const range = (key) => nodes.reduce(([least, most], node) => [Math.min(least, node[key]), Math.max(most, node[key])],
    [Infinity, -Infinity]);
  const [left, right] = range('x');
  const [top, bottom] = range('y');
  const scale = (value, least, most, size) => (most > least ? ((value - least) * size) / (most - least) : size / 2);
  return nodes.map((node) => ({ ...node, x: scale(node.x, left, right, width), y: scale(node.y, top, bottom, height) }));
}

/** The nodes to name first: of each community the strongest, of a large one more of them. */
function namesOf(nodes) {
  const named = new Map();
  const sizes = new Map();
  nodes.forEach((node) => sizes.set(node.community, (sizes.get(node.community) ?? 0) + 1));
  return nodes.filter((node) => {
    named.set(node.community, (named.get(node.community) ?? 0) + 1);
    return named.get(node.community) <= Math.ceil(Math.sqrt(sizes.get(node.community)));
  });
}

/** A colour for each community: the largest seven have one of their own. */
function hues(nodes) {
  const sizes = new Map();
  nodes.forEach((node) => sizes.set(node.community, (sizes.get(node.community) ?? 0) + 1));
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
  return (community) => HUES[Math.min(order.indexOf(community), HUES.length - 1)];
}

/** A term, if any, in the middle and the others around it, by community. */
function circle(nodes, middle) {
  const others = nodes.filter((node) => node.term !== middle)
    .sort((a, b) => a.community - b.community || b.strength - a.strength);
  const places = new Map([[middle, [0, 0]]]);
  others.forEach((node, i) => {
    const angle = (2 * Math.PI * i) / others.length;
    const radius = others.length > 24 && i % 2 ? 0.7 : 1;
    places.set(node.term, [radius * Math.cos(angle), radius * Math.sin(angle)]);
  });
  return nodes.map((node) => ({ ...node, x: places.get(node.term)[0], y: places.get(node.term)[1] }));
}

/** Of each community its members, the strongest first, its density, and its centrality. */
function communitiesOf(nodes) {
  const communities = new Map();
  for (const node of nodes) {
    if (!communities.has(node.community)) {
      communities.set(node.community, { community: node.community, members: [], density: node.density, centrality: node.centrality });
    }
    communities.get(node.community).members.push(node.term);
  }
  return [...communities.values()];
}

/** The wanted one of some values, or else the first. */
function chosenOf(values, wanted) {
  return values.includes(wanted) ? wanted : values[0];
}

/** The network that a row is of; an older result has only one of each unit. */
function networkOf(row) {
  return row.network ?? 'all';
}

/** The phrases' network first, for it is what the lexicon asks about, and that of all terms last. */
function byNetwork(a, b) {
  const rank = (name) => (name === 'phrases' ? 0 : name === 'all' ? 2 : 1);
  return rank(a) - rank(b) || a.localeCompare(b);
}

function networkWord(network) {
  const [kind, terms] = [network.split(':')[0], network.slice(network.indexOf(':') + 1)];
  switch (kind) {
    case 'all': return say('wholeNetwork');
    case 'phrases': return say('phrasesOnly');
    case 'around': return say('around') + ' ' + terms.replaceAll(',', '、');
    default: return say('amongTerms', terms);
  }
}

/** Nodes with places: those of an older result have none and stand in a circle, by community. */
function placed(nodes) {
  return nodes.length === 0 || nodes[0].x !== undefined ? nodes : circle(nodes, null);
}
