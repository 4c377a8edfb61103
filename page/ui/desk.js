// The desk: the drafts that were put in, and the engine that checks them one after the other.
const STOPPED = new Error("stopped");
const CRASHED = new Error("crashed");
const MOST_CRASHES = 20;

class Desk {
  /** `tell`: what to call when something changes: paper(paper), state(), facts(), progress(event), taken(support), notice(kind, words). */
  constructor(engine, tell) {
    Object.assign(this, { engine, tell, papers: new Map(), supports: new Supports(), queue: [] });
    Object.assign(this, { profile: "auto", audience: "", state: "starting", session: 0, stale: true, busy: false });
    Object.assign(this, { facts: null, current: null, count: 0, batch: 0, crashes: 0 });
    engine.oncrash = () => this.crashed();
    engine.onprogress = (event) => this.tell.progress(event);
  }

  /** Boots the engine; once more after a stop or a crash. */
  async start() {
    this.state = "starting";
    this.session += 1;
    this.stale = true;
    this.broken = new Promise((_, reject) => { this.breakOff = reject; });
    this.broken.catch(() => {});
    this.tell.state();
    try {
      await this.guarded(this.engine.start());
      await this.prepare();
    } catch (error) {
      // Whoever stopped it, or saw it die later on, starts it again.
      if (error !== STOPPED && error.code !== "stopped" && error !== CRASHED) this.dead(error.code === "crashed" ? null : error);
      return;
    }
    this.state = "ready";
    this.tell.state();
    if (!this.queue.length) this.ask({ do: "rehearse" }).catch(() => {});
    await this.run();
  }

  dead(error) {
    this.state = "dead";
    this.tell.notice("error", say("no-start", { why: error ? sentence(error) : "" }));
    this.tell.state();
  }

  guarded(promise) { return Promise.race([promise, this.broken]); }

  /** Asks the engine; an answer that says no becomes an error with its sentence. */
  async ask(message, transfer = []) {
    const answer = await this.guarded(this.engine.ask(message, transfer));
    if (answer.code === "stopped") throw STOPPED;
    if (answer.code === "crashed") throw CRASHED;
    if (answer.ok === false) throw Object.assign(new Error(answer.error), answer);
    return answer;
  }

  /** Tells the engine what to check by. A support that it refuses is said and put away. */
  async prepare() {
    for (;;) {
      const { profile, audience } = this;
      try {
        this.facts = await this.ask({ do: "setup", language, profile, audience, supports: this.supports.told() });
        break;
      } catch (error) {
        const bad = this.supports.given[this.supports.given.length - 1];
        if (error === STOPPED || error === CRASHED || !bad) throw error;
        this.supports.remove(bad);
        this.tell.notice("error", say("support-bad", { name: bad.name, why: sentence(error) }));
      }
    }
    this.stale = false;
    this.announced = false;
    for (const told of this.facts.supports ?? []) this.learn(told);
    this.tell.facts();
  }

  /** Remembers what a support was taken for; what turns out to be a draft is checked as one. */
  learn(told) {
    const support = this.supports.given.find(({ name }) => name === told.name);
    if (!support) return;
    Object.assign(support, { kind: told.as ?? told.taken_for, lines: told.lines ?? [], audiences: told.audiences ?? [] });
    if (support.kind === "draft") { this.asDraft(support); return; }
    if (!support.said) this.tell.taken(support);
    support.said = true;
  }

  asDraft(support) {
    this.supports.remove(support);
    this.stale = true;
    this.put(support.source);
  }

  /** Puts a draft into the queue, unless the same one is there already: returns `added`, `same` or `newer`. */
  async put(source) {
    const old = [...this.papers.values()].find((paper) => paper.path === source.path);
    if (old) return this.replace(old, source);
    const paper = new Paper(`p${this.count += 1}`, source);
    this.papers.set(paper.key, paper);
    this.admit(paper);
    return "added";
  }

  /** A file of the same place was put in once more: the same content is not checked twice. */
  async replace(paper, source) {
    if (paper.state === "waiting" || paper.state === "checking") return "same";
    const bytes = await source.file.arrayBuffer().catch(() => null);
    if (bytes && paper.sum && await digest(bytes) === paper.sum) return "same";
    paper.source = source;
    this.admit(paper);
    return "newer";
  }

  admit(paper) {
    const problem = refusal(paper.source, this.facts?.limit_mb ?? LARGEST_MB);
    if (problem) paper.fail(problem);
    else this.enqueue(paper);
    this.tell.paper(paper);
  }

  /** Has a paper read and checked again. */
  enqueue(paper) {
    if (paper.state === "checked") paper.previous = paper.todo;
    paper.state = "waiting";
    paper.bytes = null;
    if (!this.queue.includes(paper)) this.queue.push(paper);
  }

  /** Checks what waits, one after the other. */
  async run() {
    if (this.busy) return;
    this.busy = true;
    this.announced = false;
    this.batch = 0;
    while (this.queue.length && this.state === "ready") {
      const paper = this.queue.shift();
      this.batch += 1;
      this.current = paper;
      paper.state = "checking";
      this.tell.paper(paper);
      this.tell.state();
      await this.check(paper);
      this.current = null;
      this.tell.paper(paper);
    }
    this.busy = false;
    this.tell.state();
  }

  async check(paper) {
    try {
      if (!paper.bytes) await this.read(paper);
      await this.ensure(paper, true);
    } catch (error) {
      if (error === STOPPED) paper.state = "stopped";
      else if (error === CRASHED) paper.fail(say("crashed", { name: paper.name }));
      else paper.fail(problemOf(error));
    }
  }

  async read(paper) {
    let now;
    try {
      now = await readNow(paper.source);
    } catch {
      throw new Error(say("unreadable", { name: paper.name }));
    }
    if (now.changed && !paper.previous) this.tell.notice("info", say("changed-on-disk", { name: paper.name }));
    paper.bytes = now.bytes;
    paper.sum = await digest(now.bytes);
  }

  /** Has the engine know a paper as it is now: after a restart, or with other settings, it is told once more. */
  async ensure(paper, anew = false) {
    if (this.stale) await this.prepare();
    if (!this.announced) await this.announce();
    if (!anew && paper.session === this.session) return;
    const data = paper.bytes.slice(0);
    paper.session = this.session;
    paper.take(await this.ask({ do: "check", key: paper.key, name: paper.path, data }, [data]));
  }

  /** Names all papers before the first of them is checked: whether an exception is used by none depends on which there are. */
  async announce() {
    this.announced = true;
    await this.ask({ do: "expect", names: [...this.papers.values()].map(({ path }) => path) });
  }

  /** Something to check by has changed: papers (all, if none are named) are checked anew from what was read. */
  async renew(papers = [...this.papers.values()]) {
    this.stale = true;
    for (const paper of papers) {
      if (!paper.bytes) continue;
      paper.state = "waiting";
      paper.change = null;
      if (!this.queue.includes(paper)) this.queue.push(paper);
      this.tell.paper(paper);
    }
    this.tell.state();
    if (this.state !== "ready") return;
    if (!this.queue.length) await this.prepare().catch(() => {});
    await this.run();
  }

  /** Ends what is being checked; what waits behind it stays unchecked until somebody says go on. */
  stop() {
    for (const paper of this.queue) { paper.state = "stopped"; this.tell.paper(paper); }
    this.queue = [];
    this.state = "starting";
    this.breakOff(STOPPED);
    this.start();
  }

  /** The engine has died. What dies before it has started will not do better the next time. */
  crashed() {
    if (!this.facts || this.state !== "ready") { this.breakOff(CRASHED); this.dead(null); return; }
    this.tell.notice("error", this.current ? say("crashed", { name: this.current.name }) : say("crashed-idle"));
    this.state = "starting";
    this.breakOff(CRASHED);
    this.crashes += 1;
    if (this.crashes < MOST_CRASHES) this.start();
    else this.dead(null);
  }

  /** Checks what a stop left over. */
  resume() {
    for (const paper of this.stopped) { this.enqueue(paper); this.tell.paper(paper); }
    this.run();
  }

  get stopped() { return [...this.papers.values()].filter((paper) => paper.state === "stopped"); }

  remove(paper) {
    this.papers.delete(paper.key);
    this.queue = this.queue.filter((other) => other !== paper);
    if (this.state === "ready") this.ask({ do: "forget", key: paper.key }).catch(() => {});
  }
}

/** What is wrong with a file. Where docklint advises the page's reader what to do, that stands for its words to the command line's. */
function problemOf({ message, advice }) {
  if (!advice) return message;
  const first = /^.*?(?:。|\. |$)/.exec(message)[0];
  return `${first.trim()}${language === "en" ? " " : ""}${advice}`;
}

/** What an error says, as a sentence of its own. */
function sentence(error) {
  const words = String((error && error.message) || error);
  return /[。.!！?？]$/.test(words) ? words : `${words}${language === "en" ? ". " : "。"}`;
}
