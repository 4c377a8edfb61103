// The list of findings: which are shown and in what order, which one is current, what is ticked off.
const AT_ONCE = 100;

class FindingList {
  /** `on`: light(at) when a finding becomes current, tick(at, done), place(at), line(number), leave(at), takeBack(finding). */
  constructor(place, on) {
    this.place = place;
    this.on = on;
    this.hidden = new Set();
    this.rule = "";
    this.order = "place";
    this.onlyOpen = false;
    this.current = -1;
    this.run = 0;
  }

  /** Shows the findings of a paper; the frame at once, the items in slices. */
  async show(paper, at = -1, focus = false) {
    const run = this.run += 1;
    if (this.paper?.key !== paper.key) Object.assign(this, { hidden: new Set(), rule: "", onlyOpen: false });
    this.paper = paper;
    this.items = [];
    this.current = -1;
    this.list = make("ol", { class: "findings main", "aria-label": say("tab-findings") });
    this.tools = new ListTools(this);
    this.place.replaceChildren(...[this.changed(), paper.todo.length && this.tools.node, this.list, this.aside(), this.others()].filter(Boolean));
    const fresh = paper.change?.fresh ?? new Set();
    const handlers = { pick: (one) => this.pick(one), tick: (one, done) => this.tick(one, done), place: this.on.place };
    if (!paper.todo.length) this.list.replaceWith(make("p", { class: "all-well" }, say("no-findings")));
    const whole = await inSlices(paper.todo, () => {
      const item = findingItem(paper, this.items.length, fresh.has(this.items.length), handlers);
      this.items.push(item);
      this.list.append(item);
    }, () => run === this.run);
    if (!whole) return;
    if (this.order !== "place" || this.onlyOpen || this.rule || this.hidden.size) this.arrange();
    else this.count();
    if (at >= 0 && paper.todo.length) this.choose(Math.min(at, paper.todo.length - 1), focus);
  }

  /** What has become of the findings since the last check. */
  changed() {
    const { change } = this.paper;
    if (!change) return null;
    const counts = { gone: change.gone.length, fresh: change.fresh.size, remain: change.remain };
    const key = counts.gone || counts.fresh ? "again-result" : "again-none";
    const gone = change.gone.map((finding) => make("li", {}, make("s", {}, finding.message), " ", make("span", { class: "code" }, finding.code)));
    return make("div", { class: "changed" }, make("p", {}, say(key, counts)),
      gone.length > 0 && make("details", {}, make("summary", {}, say("again-gone", { count: gone.length })), make("ul", {}, gone)));
  }

  aside() {
    const { truncated } = this.paper.report;
    this.empty = make("p", { class: "aside", hidden: true }, say("none-shown"), " ", button(say("show-all"), () => this.showAll(), { class: "link" }));
    const omitted = Object.entries(truncated ?? {}).map(([code, count]) => make("p", { class: "aside" }, say("omitted", { code, count })));
    return make("div", {}, this.empty, omitted);
  }

  /** What docklint says of its own run, and what was agreed not to count. */
  others() {
    const { notices, suppressed } = this.paper;
    const notice = notices.map((finding) => make("li", {}, make("p", { class: "head" },
      make("span", { class: "severity" }, say("severity-notice")), " ", finding.message, " ", make("span", { class: "code" }, finding.code)),
    finding.help && make("p", { class: "help" }, finding.help)));
    const left = suppressed.map((finding) => make("li", {},
      button(placeWords(finding.location), () => this.on.line(finding.location.line), { class: "link" }), " ", finding.message, " ",
      make("span", { class: "code" }, finding.code), make("span", { class: "reason" }, say("leave-reason"), say("colon"), finding.suppressed.reason, " ",
        this.on.isOwn(finding) && button(say("leave-take-back"), () => this.on.takeBack(finding), { class: "link" }))));
    return make("div", {},
      notice.length > 0 && [make("h3", {}, say("notices")), make("ul", { class: "findings" }, notice)],
      left.length > 0 && [make("h3", {}, `${say("suppressed")} ${left.length}`), make("ul", { class: "suppressed" }, left)]);
  }

  isShown(at) {
    const { severity, code } = this.paper.todo[at];
    return !this.hidden.has(severity) && (!this.rule || this.rule === code) && !(this.onlyOpen && this.paper.isDone(at));
  }

  /** Positions of what is shown, in the order of the list. */
  get shown() {
    const all = this.paper.todo.map((_, at) => at);
    const code = (at) => this.paper.todo[at].code;
    if (this.order === "rule") all.sort((one, other) => (code(one) < code(other) ? -1 : code(one) > code(other) ? 1 : one - other));
    return all.filter((at) => this.isShown(at));
  }

  /** Puts the items in order, with a heading for each rule where they are listed by rule. */
  arrange() {
    const shown = this.shown;
    let last = "";
    const nodes = [];
    for (const at of shown) {
      const { code } = this.paper.todo[at];
      if (this.order === "rule" && code !== last) nodes.push(make("li", { class: "group" }, this.tools.ruleName(code)));
      last = code;
      nodes.push(this.items[at]);
    }
    const run = this.arranged = {};
    this.list.replaceChildren(...nodes.slice(0, AT_ONCE));
    inSlices(nodes.slice(AT_ONCE), (node) => this.list.append(node), () => run === this.arranged);
    this.empty.hidden = shown.length > 0 || !this.paper.todo.length;
    this.count();
  }

  count() {
    const shown = this.shown;
    this.tools.count(shown.indexOf(this.current) + 1, shown.length, this.paper.done);
  }

  showAll() {
    Object.assign(this, { hidden: new Set(), rule: "", onlyOpen: false });
    this.tools.refresh();
    this.arrange();
  }

  /** Goes to the next (1) or previous (-1) finding that is shown, around the end; the item gets the focus. */
  step(by) {
    const shown = this.shown;
    if (!shown.length) return;
    const at = shown.indexOf(this.current);
    this.choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length], true);
  }

  pick(at) {
    if (at === this.current) this.close();
    else this.choose(at);
  }

  close() {
    const item = this.items[this.current];
    if (!item) return;
    item.classList.remove("current");
    item.querySelector(".pick").setAttribute("aria-expanded", "false");
    item.querySelector(".details")?.remove();
    this.current = -1;
    this.count();
  }

  /** Makes a finding the current one, opens it, and lights it up in the text. */
  choose(at, focus = false) {
    if (!this.isShown(at)) this.showAll();
    if (at !== this.current) this.close();
    const item = this.items[at];
    if (!item) return;
    this.current = at;
    item.classList.add("current");
    const pick = item.querySelector(".pick");
    pick.setAttribute("aria-expanded", "true");
    if (!item.querySelector(".details")) item.append(findingDetails(this.paper, at, this.on));
    if (focus) pick.focus({ preventScroll: true });
    intoView(item, "nearest");
    this.count();
    this.on.light(at);
  }

  tick(at, done) {
    const id = this.paper.ids[at];
    if (done) this.paper.ticks.add(id);
    else this.paper.ticks.delete(id);
    this.items[at].classList.toggle("handled", done);
    this.items[at].querySelector(".done").checked = done;
    this.on.tick(at, done);
    if (this.onlyOpen) this.arrange();
    else this.count();
  }

  /** Opens all items, for paper. */
  openAll() {
    this.items.forEach((item, at) => {
      if (!item.querySelector(".details")) item.append(findingDetails(this.paper, at, this.on));
    });
  }

  closeOthers() {
    this.items.forEach((item, at) => { if (at !== this.current) item.querySelector(".details")?.remove(); });
  }
}
