// The draft's text with its findings marked. Findings may overlap: each run of text is marked for the worst that covers it.
const STRETCH = 1200;
const MOST_NAMED = 20;
const WORST_FIRST = ["error", "warning", "info"];

class Passage {
  /** `place`: the element it is shown in; `pick(at)`: a mark was clicked. */
  constructor(place, pick) {
    this.place = place;
    this.pick = pick;
    this.run = 0;
    this.lit = [];
    place.addEventListener("click", (event) => this.clicked(event));
  }

  /** Shows a paper; the text appears in stretches, the first at once. */
  async show(paper) {
    const run = this.run += 1;
    this.paper = paper;
    this.marks = paper.todo.map(() => []);
    this.lines = [];
    this.place.replaceChildren();
    this.current = -1;
    if (!paper.text.trim()) { this.place.append(make("p", { class: "aside" }, say("no-text"))); return; }
    const cutter = new Cutter(paper);
    await inSlices(stretches(cutter.lines), ({ from, to }) => this.place.append(this.stretch(cutter, from, to)), () => run === this.run);
    if (run === this.run && this.current >= 0) this.light(this.current);
  }

  stretch(cutter, from, to) {
    const lines = cutter.lines.slice(from, to).map((line, at) => this.line(cutter, line, from + at));
    return make("div", { class: "stretch" }, lines);
  }

  line(cutter, words, number) {
    const { runs, heading } = cutter.runs(words, (at) => this.badge(at), (node, open) => open.forEach((at) => this.marks[at].push(node)));
    const look = heading ? " section-heading" : words.trim() ? "" : " blank";
    const shown = this.paper.answer.paragraphs ? this.paper.answer.paragraphs[number] ?? "" : number + 1;
    const line = make("p", { class: `line${look}` },
      make("span", { class: "line-number", "aria-hidden": "true" }, String(shown)), make("span", { class: "words" }, runs));
    this.lines.push(line);
    return line;
  }

  /** The number before a finding: seen by all, spoken by a screen reader, and no stop of the Tab key. */
  badge(at) {
    const { severity, message } = this.paper.todo[at];
    const told = say("in-list", { number: at + 1, severity: say(`severity-${severity}`), message });
    const node = make("button", { type: "button", class: `number ${severity}`, tabindex: "-1", title: told, "aria-label": told, data: { f: at } }, String(at + 1));
    this.marks[at].unshift(node);
    return node;
  }

  clicked(event) {
    const node = event.target.closest("[data-f]");
    if (!node || String(getSelection())) return;
    const there = node.dataset.f.split(" ").map(Number);
    this.pick(there[(there.indexOf(this.current) + 1) % there.length]);
  }

  /** Lights up one finding and brings it into view. */
  light(at) {
    for (const node of this.lit) node.classList.remove("current");
    this.current = at;
    this.lit = this.marks?.[at] ?? [];
    for (const node of this.lit) node.classList.add("current");
    if (this.lit.length) intoView(this.lit[0], "center");
  }

  /** Brings a line into view that a part of the outline or a related place stands on. `number`: from 1. */
  goTo(number) {
    const line = this.lines[number - 1];
    if (!line) return;
    this.flashed?.classList.remove("flash");
    this.flashed = line;
    line.classList.add("flash");
    intoView(line, "center");
  }

  /** Shows in the text which findings the person is through with. */
  tick(at, done) {
    for (const node of this.marks?.[at] ?? []) node.classList.toggle("handled", done);
  }
}

/** Lines in stretches of about so many characters: what lies out of sight is then not laid out. */
function stretches(lines) {
  const found = [];
  let [from, length] = [0, 0];
  lines.forEach((line, at) => {
    length += line.length + 20;
    if (length < STRETCH && at + 1 < lines.length) return;
    found.push({ from, to: at + 1 });
    [from, length] = [at + 1, 0];
  });
  return found;
}

/** Cuts the lines of a text wherever a finding starts or ends. */
class Cutter {
  constructor(paper) {
    this.findings = paper.todo;
    this.lines = paper.text.replace(/\n$/, "").split("\n");
    this.start = 0;
    this.open = new Set();
    this.cuts = new Map();
    this.findings.forEach(({ location: { utf16 } }, at) => {
      this.cut(utf16.offset).opens.push(at);
      if (utf16.end_offset > utf16.offset) this.cut(utf16.end_offset).closes.push(at);
    });
    this.headings = new Set(paper.nodes.filter(({ kind }) => kind === "section").map(({ location }) => location.utf16.offset));
    this.places = [...this.cuts.keys()].sort((one, other) => one - other);
    this.next = 0;
  }

  cut(offset) {
    if (!this.cuts.has(offset)) this.cuts.set(offset, { opens: [], closes: [] });
    return this.cuts.get(offset);
  }

  /** The runs of the next line. Lines are asked for in their order. */
  runs(words, badge, marked) {
    const [first, end] = [this.start, this.start + words.length];
    const runs = [];
    let from = first;
    for (; this.next < this.places.length && this.places[this.next] <= end; this.next += 1) {
      const place = this.places[this.next];
      runs.push(this.piece(words.slice(from - first, place - first), marked));
      from = Math.max(from, place);
      const { opens, closes } = this.cuts.get(place);
      for (const at of closes) this.open.delete(at);
      for (const at of opens) {
        runs.push(badge(at));
        const { utf16 } = this.findings[at].location;
        if (utf16.end_offset > utf16.offset) this.open.add(at);
      }
    }
    runs.push(this.piece(words.slice(from - first), marked));
    this.start = end + 1;
    return { runs, heading: this.headings.has(first) };
  }

  piece(words, marked) {
    if (!words) return null;
    if (!this.open.size) return safe(words);
    const open = [...this.open];
    const worst = WORST_FIRST.find((severity) => open.some((at) => this.findings[at].severity === severity));
    const node = make("mark", { class: worst, data: { f: open.slice(0, MOST_NAMED).join(" ") } }, safe(words));
    marked(node, open);
    return node;
  }
}

/** Scrolls something into view; once more if what lay out of sight turns out to be of another height. */
function intoView(node, block) {
  requestAnimationFrame(() => {
    node.scrollIntoView({ block });
    const { top } = node.getBoundingClientRect();
    setTimeout(() => { if (Math.abs(node.getBoundingClientRect().top - top) > 4) node.scrollIntoView({ block }); }, 60);
  });
}
