// The screen of one draft: verdict and buttons above, the text at the left, what was found at the right.
class Reading {
  /** `on`: again(paper), save(kind, paper), copy(list), print(), leave(paper, at), takeBack(paper, finding), isOwn, rule(code). */
  constructor(on) {
    this.on = on;
    Object.assign(this, { paper: null, answer: null, drawn: new Set() });
    this.tabs = new Tabs((name) => this.opened(name));
    this.passage = new Passage(byId("passage"), (at) => this.fromText(at));
    this.list = new FindingList(byId("panel-findings"), {
      light: (at) => this.light(at), tick: (at, done) => this.ticked(at, done), place: (at) => this.toText(at),
      line: (number) => this.toLine(number), leave: (at) => on.leave(this.paper, at),
      takeBack: (finding) => on.takeBack(this.paper, finding), isOwn: (finding) => on.isOwn(this.paper, finding), rule: on.rule });
    this.matrix = new MatrixView(byId("panel-matrix"), (node) => this.toLine(node.location.line));
    this.outline = new OutlineView(byId("panel-outline"), (node) => this.toLine(node.location.line));
    for (const [id, act] of Object.entries({
      again: () => on.again(this.paper), annotated: () => on.save("annotated", this.paper), fixed: () => on.save("fixed", this.paper),
      report: () => on.save("html", this.paper), copy: () => on.copy(this.list), print: () => on.print(),
    })) byId(`act-${id}`).addEventListener("click", act);
    byId("act-more").addEventListener("click", () => this.more());
    byId("peek-previous").addEventListener("click", () => this.list.step(-1));
    byId("peek-next").addEventListener("click", () => this.list.step(1));
    byId("peek-open").addEventListener("click", () => { this.tabs.open("findings"); this.list.choose(this.list.current, true); });
  }

  /** Shows a draft as it stands now. The same draft once more: it stays where one was in it. */
  show(paper) {
    const stays = this.paper === paper && this.answer !== null;
    this.paper = paper;
    this.head(paper);
    // Until there is a new answer the old one stays.
    if (stays && paper.answer === this.answer && this.language === language) return;
    const at = stays ? this.list.current : -1;
    const scrolled = byId("panel-text").scrollTop;
    const inList = byId("panel-findings").contains(document.activeElement);
    Object.assign(this, { answer: paper.answer, language, drawn: new Set() });
    byId("panes").hidden = !paper.answer;
    byId("paper-acts").hidden = !paper.answer;
    byId("again-drop").hidden = true;
    if (!paper.answer) return;
    this.passage.show(paper).then(() => { if (stays && at < 0) byId("panel-text").scrollTop = scrolled; });
    this.list.show(paper, at, stays && inList);
    this.peek(-1);
    for (const name of this.tabs.all) if (this.tabs.isVisible(name)) this.opened(name);
  }

  head(paper) {
    const folder = paper.path.slice(0, paper.path.length - paper.name.length);
    byId("paper-title").replaceChildren(...[folder && make("span", { class: "folder" }, safe(folder)), safe(paper.name)].filter(Boolean));
    const verdict = byId("paper-verdict");
    const told = this.verdict(paper);
    verdict.className = `verdict ${told.look}`;
    verdict.replaceChildren(make("strong", {}, told.word), " ", make("span", {}, told.why));
    byId("paper-profile").textContent = this.profile(paper);
    byId("act-annotated").disabled = !paper.isWord;
    byId("act-annotated").title = paper.isWord ? "" : say("only-docx");
  }

  verdict(paper) {
    if (paper.state === "failed") return { look: "unchecked", word: say("state-failed"), why: paper.problem };
    if (paper.state !== "checked") return { look: "pending", word: say(`state-${paper.state}`), why: say("still-waiting") };
    const { verdict, verdict_reasons: reasons, summary } = paper.report;
    const why = reasons.length ? sentence(reasons.join(say("semicolon"))) : say("ready-line");
    return { look: verdict, word: say(`verdict-${verdict}`), why: summary.info ? `${why} ${say("info-line", { count: summary.info })}` : why };
  }

  profile(paper) {
    const told = paper.report?.profile;
    if (!told) return "";
    const key = told.chosen_by === "auto" && told.id === "generic" ? "none" : told.chosen_by;
    const several = paper.report.papers > 1 ? ` ${say("papers-in-file", { count: paper.report.papers })}` : "";
    return say(`chosen-${key}`, { title: told.title }) + several;
  }

  /** What a tab shows is made when it is first opened. */
  opened(name) {
    const { paper } = this;
    byId("peek").classList.toggle("wanted", name === "text");
    if (!paper?.answer || this.drawn.has(name)) return;
    this.drawn.add(name);
    if (name === "matrix") this.matrix.show(paper);
    if (name === "outline") this.outline.show(paper);
    if (name === "scope") byId("panel-scope").replaceChildren(...scopeOf(paper, this.on.rule).flat().filter(Boolean));
    if (name === "text" && this.list.current >= 0) this.passage.light(this.list.current);
  }

  light(at) {
    if (this.tabs.wide.matches && this.tabs.chosen.left !== "text") this.tabs.open("text");
    this.passage.light(at);
    this.peek(at);
  }

  /** A mark was clicked: the list shows what it means; where only one pane is seen, a strip at the foot does. */
  fromText(at) {
    if (this.tabs.wide.matches && this.tabs.chosen.right !== "findings") this.tabs.open("findings");
    if (at !== this.list.current) this.list.choose(at);
  }

  toText(at) {
    this.tabs.open("text");
    this.list.choose(at);
  }

  toLine(number) {
    this.tabs.open("text");
    this.passage.goTo(number);
  }

  ticked(at, done) {
    this.passage.tick(at, done);
    if (this.drawn.has("outline")) this.outline.count();
    const { paper } = this;
    if (done && paper.done === paper.todo.length) this.on.allDone();
  }

  peek(at) {
    const finding = at >= 0 ? this.paper.todo[at] : null;
    byId("peek-open").hidden = !finding;
    byId("peek-open").replaceChildren(...(finding ? [make("span", { class: `number ${finding.severity}` }, String(at + 1)), " ", finding.message] : []));
    byId("peek").hidden = !this.paper.todo.length;
  }

  more() {
    const open = byId("act-more").getAttribute("aria-expanded") !== "true";
    byId("act-more").setAttribute("aria-expanded", String(open));
    byId("more-acts").classList.toggle("open", open);
  }

  /** On paper everything is shown. */
  beforePrint() {
    if (!this.paper?.answer) return;
    for (const name of this.tabs.all) this.opened(name);
    this.list.openAll();
  }

  afterPrint() { this.list.closeOthers(); }
}
