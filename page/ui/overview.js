// All drafts in a table: sorted by any column, filtered by a word; a row opens its draft.
const VERDICTS = ["return", "revise", "unchecked", "ready"];
const COLUMNS = ["name", "verdict", "error", "warning", "info", "who", "worst"];

class Overview {
  /** `on`: open(paper), remove(paper). */
  constructor(place, on) {
    this.place = place;
    this.on = on;
    this.rows = new Map();
    this.sorting = { column: "", down: false };
    this.words = "";
    this.build();
  }

  build() {
    this.heads = COLUMNS.map((column) => make("th", { scope: "col", class: `col-${column}`, data: { column } },
      button(say(`col-${column}`), () => this.sort(column), { title: say("sort-by", { name: say(`col-${column}`) }) })));
    this.body = make("tbody");
    this.field = make("input", { type: "search", placeholder: say("filter-hint"), on: { input: () => { this.words = this.field.value.trim().toLowerCase(); this.arrange(); } } });
    this.told = make("output");
    this.title = make("h2", { tabindex: "-1" });
    this.place.replaceChildren(this.title, make("div", { class: "controls" }, make("label", {}, say("filter"), this.field), this.told),
      make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": say("all-papers") },
        make("table", { class: "papers" }, make("thead", {}, make("tr", {}, this.heads, make("td"))), this.body)));
  }

  /** In another language everything is built anew. */
  rebuild(papers) {
    this.rows.clear();
    this.build();
    for (const paper of papers) this.show(paper);
  }

  /** Shows a draft as it stands now; the table is put in order a little later, once for many. */
  show(paper) {
    const row = this.row(paper);
    this.rows.get(paper.key)?.row.replaceWith(row);
    this.rows.set(paper.key, { paper, row });
    this.soon();
  }

  remove(paper) {
    this.rows.get(paper.key)?.row.remove();
    this.rows.delete(paper.key);
    this.soon();
  }

  soon() {
    if (this.waiting) return;
    this.waiting = setTimeout(() => { this.waiting = 0; this.arrange(); }, 120);
  }

  row(paper) {
    const count = (severity) => (paper.state === "checked" ? paper.report.summary[severity] : "");
    const folder = paper.path.slice(0, paper.path.length - paper.name.length);
    const name = make("th", { scope: "row" }, folder && make("span", { class: "folder" }, safe(folder)),
      button(safe(paper.name), () => this.on.open(paper), { class: "link" }));
    const removal = button("×", () => this.on.remove(paper), { class: "remove", "aria-label": say("remove-one", { name: paper.name }), title: say("remove") });
    return make("tr", { class: paper.state, data: { key: paper.key } }, name, make("td", {}, verdictWord(paper)),
      ["error", "warning", "info"].map((severity) => make("td", { class: "figure" }, String(count(severity)))),
      make("td", { class: "who" }, paper.row?.who?.name ?? ""), make("td", { class: "worst" }, this.worst(paper)), make("td", {}, removal));
  }

  worst(paper) {
    if (paper.state === "failed") return paper.problem;
    const worst = paper.row?.worst ?? [];
    return worst.slice(0, 2).map((each) => make("p", {}, placeWords({ ...each, page: null }), say("colon"), each.message));
  }

  sort(column) {
    const { sorting } = this;
    const down = sorting.column === column ? !sorting.down : ["error", "warning", "info"].includes(column);
    this.sorting = { column, down };
    this.arrange();
  }

  value({ paper, row }, column) {
    if (column === "verdict") return paper.state === "checked" ? VERDICTS.indexOf(paper.report.verdict) : VERDICTS.length;
    if (["error", "warning", "info"].includes(column)) return paper.state === "checked" ? paper.report.summary[column] : -1;
    if (column === "name") return paper.path;
    return row.cells[COLUMNS.indexOf(column)].textContent;
  }

  arrange() {
    const { column, down } = this.sorting;
    const rows = [...this.rows.values()];
    const compare = (one, other) => {
      const [a, b] = [this.value(one, column), this.value(other, column)];
      return typeof a === "number" ? a - b : a.localeCompare(b, "zh", { numeric: true });
    };
    if (column) rows.sort(compare);
    if (column && down) rows.reverse();
    for (const head of this.heads) {
      if (head.dataset.column === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    const focused = document.activeElement;
    const shown = rows.filter(({ row }) => row.textContent.toLowerCase().includes(this.words));
    this.body.replaceChildren(...shown.map(({ row }) => row));
    if (focused?.isConnected && this.body.contains(focused)) focused.focus();
    this.told.textContent = say("rows-shown", { shown: shown.length, all: rows.length });
    this.title.textContent = say("overview-title", { count: rows.length });
  }
}

/** A draft's verdict, or how far it is. */
function verdictWord(paper) {
  const word = paper.state === "checked" ? paper.report.verdict : paper.state === "failed" ? "unchecked" : "pending";
  const told = paper.state === "checked" ? say(`verdict-${word}`) : say(`state-${paper.state}`);
  return make("span", { class: `verdict-word ${word}` }, told);
}
