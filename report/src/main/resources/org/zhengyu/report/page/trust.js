// Trust: how the numbers came about, with which settings, and how to cite them.

const TrustView = {
  name: 'trust',
  filters: false,
  asks: () => say('trustAsks'),

  draw() {
    const manifest = Data.about.manifest;
    const list = (items, none) => (items?.length ? h('ul', null, items.map((item) => h('li', null, own(item)))) : h('p', null, none));
    const citation = this.citation(manifest);
    return [
      manifest.methods_zh ? section(say('methods'), null,
        h('blockquote', { lang: 'zh-CN' }, own(manifest.methods_zh)), copyButton('copy', manifest.methods_zh)) : null,
      section(say('warnings'), null, list(this.warnings(manifest), say('noWarnings'))),
      manifest.notes?.length ? section(say('notes'), null, list(manifest.notes, '')) : null,
      section(say('citation'), null, h('pre', null, own(citation)), copyButton('copy', citation)),
      section(say('leftOut'), say('leftOutNote'), dataTable({
        name: 'on-this-page', caption: say('leftOut'), first: 100,
        rows: [...Data.tables.values()],
        columns: [
          { title: say('table'), value: (table) => table.name },
          { title: say('rowsHere'), value: (table) => table.length, isNumber: true },
          { title: say('rowsAll'), value: (table) => table.all, isNumber: true },
        ],
      })),
      section(say('settings'), null, dataTable({
        name: 'settings', caption: say('settings'), first: 100,
        rows: Object.entries(manifest.options ?? {}),
        columns: [
          { title: say('option'), value: ([option]) => option, isTight: true },
          { title: say('setting'), value: ([, value]) => value },
        ],
      })),
      section(say('inputs'), Data.about.inputs > (manifest.inputs?.length ?? 0)
        ? say('rowsOf', count(manifest.inputs?.length ?? 0), count(Data.about.inputs), '_manifest.json') : null,
      dataTable({
        name: 'inputs', caption: say('inputs'), rows: manifest.inputs ?? [], first: 10,
        columns: [
          { title: say('file'), value: (input) => input.uri },
          { title: say('bytes'), value: (input) => input.bytes, isNumber: true },
          { title: 'SHA-256', value: (input) => input.sha256 },
        ],
      })),
    ];
  },

  /** In the language of the page; an older result has them in English only. */
  warnings(manifest) {
    return (language === 'zh' && manifest.warnings_zh) || manifest.warnings;
  },

  citation(manifest) {
    const year = String(manifest.ended ?? '').slice(0, 4);
    return '@software{zhengyu,\n  title   = {Zhengyu 政语: corpus analytics for the language of Chinese policy},\n'
      + '  author  = {{The Zhengyu contributors}},\n  version = {' + (manifest.project_version ?? '') + '},\n'
      + '  year    = {' + year + '},\n  note    = {HanLP ' + (manifest.hanlp_version ?? '') + ', Apache Beam '
      + (manifest.beam_version ?? '') + '; run of ' + String(manifest.ended ?? '').slice(0, 10) + '}\n}';
  },
};
