// The correspondence as a picture: dimensions, causes and measures in columns; the measures of the HTML report's picture.
const LETTERS = 8;
const MOST_LINES = 3;
const [LETTER, LEADING, PADDING] = [15, 19, 8];
const [BOX, GAP, BETWEEN, HEAD] = [LETTERS * LETTER + 2 * PADDING, 66, 14, 30];
const MOST_PARTS = 60;

class Picture {
  /** `on`: light(id or null), open(node). */
  constructor(links, on) {
    this.links = links;
    this.on = on;
    this.columns = ["dimension", "cause", "measure"].map((kind) => links.of(kind)).filter((nodes) => nodes.length);
    this.boxes = new Map();
    this.curves = [];
  }

  /** The figure, or null where there is nothing to see, or far too much. */
  figure() {
    const count = this.columns.reduce((sum, column) => sum + column.length, 0);
    if (!this.links.isCompared || this.columns.length < 2 || count > MOST_PARTS) return null;
    this.lines = new Map(this.columns.flat().map((node) => [node.id, wrapped(titleOf(node))]));
    this.width = this.columns.length * (BOX + GAP) - GAP;
    this.height = HEAD + Math.max(...this.columns.map((column) => this.needed(column)));
    this.places = this.placed();
    const svg = draw("svg", { viewBox: `-2 0 ${this.width + 4} ${this.height + 2}`, role: "group", "aria-label": say("picture-title"), lang: "zh-CN" },
      this.heads(), this.lineUp(), this.columns.flat().map((node) => this.box(node)));
    return make("figure", { class: "picture" }, svg, make("figcaption", {},
      ["strong", "weak", "gap"].map((key) => make("span", { class: `key ${key}` }, say(`picture-${key}`)))));
  }

  needed(column) { return column.reduce((sum, node) => sum + this.tall(node) + BETWEEN, -BETWEEN); }

  tall(node) { return this.lines.get(node.id).length * LEADING + 2 * PADDING; }

  /** Left, top and height of each box; a short column is spread over the height of the longest. */
  placed() {
    const places = new Map();
    this.columns.forEach((column, number) => {
      const spare = this.height - HEAD - this.needed(column);
      let top = HEAD + (column.length === 1 ? spare / 2 : 0);
      for (const node of column) {
        places.set(node.id, { left: number * (BOX + GAP), top, height: this.tall(node) });
        top += this.tall(node) + BETWEEN + (column.length > 1 ? spare / (column.length - 1) : 0);
      }
    });
    return places;
  }

  heads() {
    return this.columns.map(([first], number) => draw("text", { x: number * (BOX + GAP) + BOX / 2, y: LETTER, "text-anchor": "middle", class: "column" },
      say(`head-${first.kind}`)));
  }

  /** The links between neighbouring columns, and past the causes those that no cause stands between. */
  lineUp() {
    const kinds = this.columns.map(([first]) => first.kind);
    const served = new Set(this.links.links.filter(({ kind }) => kind === "cause-measure").map(({ to }) => to));
    const near = kinds.slice(1).map((kind, at) => `${kinds[at]}-${kind}`);
    return this.links.links.flatMap((link) => {
      if (near.includes(link.kind)) return [this.curve(link, "")];
      return kinds.length > 2 && link.kind === "dimension-measure" && !served.has(link.to) ? [this.curve(link, " direct")] : [];
    });
  }

  curve(link, more) {
    const [from, to] = [this.places.get(link.from), this.places.get(link.to)];
    const [x, y, end] = [from.left + BOX, from.top + from.height / 2, to.top + to.height / 2];
    const bend = (to.left - x) / 2;
    const path = draw("path", {
      d: `M${x} ${y}C${x + bend} ${y} ${to.left - bend} ${end} ${to.left} ${end}`,
      "stroke-width": (1 + 5 * Math.min(Math.max(link.score, 0), 1)).toFixed(1),
      class: `link${this.links.isWeak(link) ? " weak" : ""}${more}`,
    });
    this.curves.push({ link, path });
    return path;
  }

  box(node) {
    const { left, top, height } = this.places.get(node.id);
    const text = draw("text", {}, this.lines.get(node.id).map((line, at) => draw("tspan", { x: left + PADDING, y: top + PADDING + at * LEADING + LETTER }, line)));
    const group = draw("g", { class: this.links.loose.has(node.id) ? "box loose" : "box", tabindex: "0", role: "button", "aria-label": this.told(node) },
      draw("rect", { x: left, y: top, width: BOX, height, rx: 4 }), text);
    for (const [event, id] of [["mouseenter", node.id], ["focus", node.id], ["mouseleave", null], ["blur", null]]) {
      group.addEventListener(event, () => this.on.light(id));
    }
    group.addEventListener("click", () => this.on.open(node));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.on.open(node);
    });
    this.boxes.set(node.id, group);
    return group;
  }

  told(node) {
    const others = [...this.links.around(node.id)].map((id) => titleOf(this.links.nodes.get(id))).join(say("semicolon"));
    return say(others ? "box-told" : "box-alone", { kind: say(`head-${node.kind}`), title: titleOf(node), others });
  }

  /** Lights up a part with what is linked to it; null: all alike again. */
  light(id) {
    const near = id && this.links.around(id);
    for (const [own, group] of this.boxes) {
      group.classList.toggle("lit", Boolean(id) && (own === id || near.has(own)));
      group.classList.toggle("dim", Boolean(id) && own !== id && !near.has(own));
    }
    for (const { link, path } of this.curves) {
      const own = link.from === id || link.to === id;
      path.classList.toggle("lit", Boolean(id) && own);
      path.classList.toggle("dim", Boolean(id) && !own);
    }
  }
}

function wrapped(words) {
  const shown = shortened(words, LETTERS * MOST_LINES);
  return Array.from({ length: Math.ceil(shown.length / LETTERS) || 1 }, (_, at) => shown.slice(at * LETTERS, (at + 1) * LETTERS));
}
