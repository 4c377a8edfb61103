// Puts the parts together: what is dropped goes to the desk, what the desk finds goes to the screens.
class Page {
  constructor() {
    this.shell = new Shell();
    this.reading = new Reading({
      again: (paper) => this.again(paper), save: (kind, paper) => this.save(kind, paper), copy: (list) => this.copy(list), print: () => window.print(),
      leave: (paper, at) => this.leave(paper, at), takeBack: (paper, finding) => this.settle(paper, finding, ""),
      isOwn: (paper, finding) => this.desk.supports.has(paper.path, finding), rule: (code) => this.desk.facts?.rules?.[code],
      allDone: () => this.shell.say("good", say("all-done")) });
    this.overview = new Overview(byId("overview"), { open: (paper) => this.open(paper), remove: (paper) => this.remove(paper) });
    this.desk = new Desk(new Engine(), {
      paper: (paper) => this.changed(paper), state: () => this.state(), facts: () => this.facts(), progress: (event) => this.progress(event),
      taken: (support) => this.taken(support), notice: (kind, words) => this.shell.say(kind, words) });
    this.settings = new Settings(this.desk, { renew: () => this.desk.renew(), say: (kind, words) => this.shell.say(kind, words), load: () => byId("pick-support").click() });
    this.intake = new Intake((found) => this.take(found));
    new Keys({
      next: () => this.onPaper(() => this.reading.list.step(1)), previous: () => this.onPaper(() => this.reading.list.step(-1)),
      done: () => this.onFinding((at) => this.reading.list.tick(at, !this.reading.paper.isDone(at))),
      leave: () => this.onFinding((at) => this.leave(this.reading.paper, at)), again: () => this.onPaper(() => this.again(this.reading.paper)),
      tab: (key) => this.onPaper(() => this.reading.tabs.open(this.reading.tabs.all[Number(key) - 1])),
      all: () => this.home(), help: () => this.help() });
    this.listen();
    this.speak();
    this.desk.start();
  }

  listen() {
    const click = (id, act) => byId(id).addEventListener("click", act);
    click("language", () => this.translate());
    click("to-all", () => this.home());
    click("going-stop", () => this.desk.stop());
    click("going-again", () => this.desk.start());
    click("offline", showPrivacy);
    click("privacy-try", showTried);
    click("open-settings", () => { this.settings.show(); byId("settings").showModal(); });
    click("open-keys", () => this.help());
    byId("reason-form").addEventListener("submit", () => this.reasoned());
    window.addEventListener("beforeprint", () => this.reading.beforePrint());
    window.addEventListener("afterprint", () => this.reading.afterPrint());
  }

  onPaper(act) { if (this.shell.screen === "paper" && this.reading.paper?.answer) act(); }

  onFinding(act) { this.onPaper(() => { if (this.reading.list.current >= 0) act(this.reading.list.current); }); }

  help() {
    byId("keys-table").replaceChildren(...Keys.table());
    byId("keys").showModal();
  }

  /** Takes what was put in: what to check by first, then the drafts. `found`: {sources, over, paper, toCheckBy}. */
  async take({ sources, over, paper = null, toCheckBy = false }) {
    if (paper && sources.length) { await this.replaced(paper, sources[0]); return; }
    const supports = sources.filter((source) => toCheckBy || isSupport(source));
    const drafts = sources.filter((source) => !supports.includes(source));
    for (const source of supports) await this.support(source);
    if (over) this.shell.say("info", say("passed-over", { count: over }));
    if (!sources.length) { if (over) this.shell.say("error", say("nothing")); return; }
    const came = { added: [], same: [], newer: [] };
    for (const source of drafts) came[await this.desk.put(source)].push(source.name);
    if (drafts.length) this.where(came);
    if (came.same.length === 1) this.shell.say("info", say("same-twice", { name: came.same[0] }));
    if (came.same.length > 1) this.shell.say("info", say("same-many", { count: came.same.length }));
    for (const name of came.newer) this.shell.say("info", say("newer", { name }));
    if (supports.length) await this.desk.renew();
    else await this.desk.run();
  }

  /** Where to look now: at the draft, if there is but one, else at all of them. */
  where(came) {
    const papers = [...this.desk.papers.values()];
    if (papers.length > 1 && !(came.newer.length === 1 && !came.added.length)) this.home();
    else this.open(papers.find(({ name }) => name === came.newer[0]) ?? papers[0]);
  }

  async support(source) {
    let bytes;
    try { bytes = (await readNow(source)).bytes; } catch { this.shell.say("error", say("unreadable", { name: source.name })); return; }
    const added = this.desk.supports.add(source.path, bytes);
    if (added === null) this.shell.say("error", say("no-reasons", { name: source.name }));
    else if (typeof added === "number") this.shell.say("good", say("taken-reasons", { name: source.name, count: added }));
    else added.source = source;
    this.settings.show();
  }

  taken(support) {
    const act = support.kind === "notice" ? { words: say("as-draft"), do: () => { this.desk.asDraft(support); this.desk.renew(); this.settings.show(); } } : null;
    this.shell.say("good", takenWords(support), act);
  }

  facts() {
    const { version, rules_day: day } = this.desk.facts;
    byId("made-by").textContent = version ? say("made-by", { version, day }) : say("made-by-none");
    this.settings.show();
  }

  changed(paper) {
    this.overview.show(paper);
    if (this.shell.screen === "paper" && this.reading.paper === paper) this.reading.show(paper);
  }

  state() {
    const { desk } = this;
    const all = desk.queue.length + desk.batch;
    byId("going-again").hidden = desk.state !== "dead";
    if (desk.state === "starting") this.shell.progress(desk.queue.length ? say("starting-queue", { count: desk.queue.length }) : say("starting"), this.share ?? null, false);
    else if (desk.current) this.shell.progress(say(all > 1 ? "checking-many" : "checking-one", { name: desk.current.name, at: desk.batch, all }), all > 1 ? (desk.batch - 1) / all : null, true);
    else this.shell.progress(desk.state === "dead" ? say("dead") : "", 0, false);
    byId("engine-state").textContent = desk.state === "ready" ? say("ready-short") : desk.state === "dead" ? "" : say("starting");
    if (desk.state !== "starting") this.share = null;
    const { stopped } = desk;
    if (desk.state === "ready" && !desk.busy && stopped.length && stopped.length !== this.toldStopped) {
      this.shell.say("info", say("stopped", { count: stopped.length }), { words: say("continue", { count: stopped.length }), do: () => desk.resume() });
    }
    if (desk.state === "ready") this.toldStopped = desk.busy ? 0 : stopped.length;
  }

  progress({ step, of }) {
    this.share = of ? Math.min(step / of, 1) : null;
    if (this.desk.state === "starting") this.state();
  }

  home() {
    const { size } = this.desk.papers;
    this.shell.show(size ? "overview" : "start", size ? this.overview.title : byId("start-title"));
  }

  open(paper) {
    byId("to-all").hidden = this.desk.papers.size < 2;
    byId("to-all").textContent = say("back-to-all", { count: this.desk.papers.size });
    this.shell.show("paper", byId("paper-title"));
    this.reading.show(paper);
  }

  remove(paper) {
    this.desk.remove(paper);
    this.overview.remove(paper);
    this.shell.say("info", say("removed", { name: paper.name }));
    if (!this.desk.papers.size) this.home();
  }

  /** Reads a draft again. What cannot be read by the page itself has to be put in once more. */
  async again(paper) {
    const { source } = paper;
    const now = await readNow(source).catch(() => null);
    if (!now) { this.askAgain(paper); return; }
    if (await digest(now.bytes) === paper.sum) {
      this.shell.say("info", say("again-same"));
      if (!source.handle) this.askAgain(paper);
      return;
    }
    this.desk.enqueue(paper);
    await this.desk.run();
    if (paper.change) this.shell.say("good", changeWords(paper.change));
  }

  askAgain(paper) {
    byId("again-words").textContent = say("again-drop", { name: paper.name });
    byId("again-drop").hidden = false;
    this.intake.expected = paper;
  }

  async replaced(paper, source) {
    this.intake.expected = null;
    byId("again-drop").hidden = true;
    if (await this.desk.replace(paper, { ...source, path: paper.path }) === "same") { this.shell.say("info", say("again-same")); return; }
    await this.desk.run();
    if (paper.change) this.shell.say("good", changeWords(paper.change));
  }

  async save(kind, paper) {
    this.shell.say("info", say("saving"));
    try {
      await this.desk.ensure(paper);
      const { name, data } = await this.desk.ask({ do: kind, key: paper.key });
      saveFile(name, data);
      this.shell.say("good", say("saved", { name }));
    } catch (error) {
      if (error !== STOPPED && error !== CRASHED) this.shell.say("error", say("not-saved", { why: problemOf(error) }));
    }
    for (const node of byId("said").children) if (node.dataset.words === say("saving")) node.remove();
  }

  async copy(list) {
    const { count, words } = listWords(list);
    this.shell.say("info", await copyWords(words) ? say("copied", { count }) : say("not-copied"));
  }

  leave(paper, at) {
    this.leaving = { paper, finding: paper.todo[at] };
    byId("reason-finding").textContent = this.leaving.finding.message;
    byId("reason-words").value = "";
    byId("reason").showModal();
  }

  reasoned() {
    const words = byId("reason-words").value.trim();
    if (words) this.settle(this.leaving.paper, this.leaving.finding, words);
  }

  /** Writes down, or takes back, why a finding stays; docklint then counts anew. */
  settle(paper, finding, reason) {
    this.desk.supports.leave(paper.path, finding, reason);
    this.settings.show();
    this.desk.renew([paper]);
  }

  speak() {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = say("title");
    sayAll(document);
    this.settings.show();
  }

  /** The other language; what docklint says is asked for anew. */
  translate() {
    language = language === "zh" ? "en" : "zh";
    byId("said").replaceChildren();
    this.speak();
    this.overview.rebuild(this.desk.papers.values());
    if (this.shell.screen === "paper") this.open(this.reading.paper);
    this.desk.renew();
  }
}

/** What has become of a draft since the last time, in a sentence. */
function changeWords(change) {
  const counts = { gone: change.gone.length, fresh: change.fresh.size, remain: change.remain };
  return say(counts.gone || counts.fresh ? "again-result" : "again-none", counts);
}
