// Which causes and measures answer which problems: the picture, and tables that say the same; both light up together.
const MOST_ROWS = 40;

class MatrixView {
  /** `open(node)`: show a part in the text. */
  constructor(place, open) {
    this.place = place;
    this.open = open;
  }

  show(paper) {
    const links = new Links(paper);
    this.links = links;
    this.cells = [];
    this.picture = new Picture(links, { light: (id) => this.light(id), open: this.open });
    const tables = links.isCompared ? [...this.tables("dimension", ["cause", "measure"]), ...this.tables("cause", ["measure"])] : [];
    if (!tables.length) { this.place.replaceChildren(make("p", { class: "aside" }, say("matrix-empty"))); return; }
    const figure = this.picture.figure();
    this.place.replaceChildren(make("p", { class: "aside hint" }, say("matrix-note")), ...[figure, ...tables, this.unlinked()].filter(Boolean));
  }

  /** Very many rows are told in several tables: what lies out of sight is then not laid out. */
  tables(kind, targets) {
    const rows = this.links.of(kind);
    const there = targets.filter((target) => this.links.of(target).length || target === "measure");
    return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, at) => this.table(kind, there, rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS)));
  }

  table(kind, there, rows) {
    const heads = [kind, ...there].map((each) => make("th", { scope: "col" }, say(`head-${each}`)));
    const body = rows.map((node) => make("tr", {}, make("th", { scope: "row" }, this.link(node)), there.map((target) => make("td", {}, this.answers(node, kind, target)))));
    const table = make("table", { class: `matrix to${there.length}` }, make("thead", {}, make("tr", {}, heads)), make("tbody", {}, body));
    return make("div", { class: "table" }, table);
  }

  answers(node, kind, target) {
    const found = this.links.leaving(node, `${kind}-${target}`);
    if (found.length) return found.map((link) => this.answer(link));
    const missing = this.links.isUncovered(node, `${kind}-without-${target}`);
    return make("span", { class: missing ? "missing" : "note" }, say(missing ? `no-${target}` : "unsure"));
  }

  answer(link) {
    const weak = this.links.isWeak(link) && [" ", make("span", { class: "weak-word" }, say("weak"))];
    const because = link.evidence.length > 0 && make("span", { class: "evidence" }, say("evidence", { words: safe(link.evidence.join(say("semicolon"))) }));
    return make("p", {}, this.link(this.links.nodes.get(link.to)), " ",
      make("span", { class: "note" }, say("score", { percent: Math.round(link.score * 100) })), weak, because);
  }

  link(node) {
    const light = (id) => () => this.light(id);
    const cell = make("button", { type: "button", class: "link", lang: "zh-CN", on: {
      click: () => this.open(node), mouseenter: light(node.id), focus: light(node.id), mouseleave: light(null), blur: light(null) } }, titleOf(node));
    this.cells.push({ id: node.id, cell });
    return cell;
  }

  unlinked() {
    const loose = this.links.of("measure").filter((node) => this.links.isUncovered(node, "measure-without-cause"));
    if (!loose.length) return null;
    return make("div", { class: "loose" }, make("p", { class: "missing" }, say("loose-measures")),
      make("ul", {}, loose.map((node) => make("li", {}, this.link(node)))));
  }

  light(id) {
    const near = id ? this.links.around(id) : new Set();
    this.picture.light(id);
    for (const { id: own, cell } of this.cells) cell.classList.toggle("lit", own === id || near.has(own));
  }
}
