// One draft on the page: where it comes from, what docklint said of it, and what the person did about it.

/** Whether a finding is docklint's word about its own run. */
function isNotice(finding) {
  return finding.code.startsWith("DL");
}

class Paper {
  constructor(key, source) {
    Object.assign(this, { key, source, name: source.name, path: source.path });
    Object.assign(this, { state: "waiting", problem: "", bytes: null, sum: "", answer: null, session: 0, change: null });
    this.previous = null;
    this.ticks = new Set();
    this.todo = [];
    this.ids = [];
  }

  get report() { return this.answer ? this.answer.report : null; }

  /** The whole text, as findings count it. */
  get text() { return this.answer ? this.answer.text ?? "" : ""; }

  get nodes() { return this.answer && this.answer.outline ? this.answer.outline.nodes : []; }

  get isWord() { return /\.doc[xm]$/i.test(this.name); }

  /** Cannot be checked; `problem` is one sentence, or two with what to do about it. */
  fail(problem) {
    Object.assign(this, { state: "failed", problem, answer: null, todo: [], ids: [] });
  }

  /** Takes what docklint said. A tick stays as long as its finding does. */
  take(answer) {
    this.answer = answer;
    this.state = "checked";
    this.problem = "";
    const { findings } = answer.report;
    const live = findings.filter((finding) => !finding.suppressed);
    this.todo = live.filter((finding) => !isNotice(finding));
    this.notices = live.filter(isNotice);
    this.suppressed = findings.filter((finding) => finding.suppressed);
    this.ids = identities(this.todo);
    for (const id of [...this.ticks]) if (!this.ids.includes(id)) this.ticks.delete(id);
    this.change = answer.since ? changeTold(answer.since, this.todo) : this.previous && changeBetween(this.previous, this.todo);
    if (this.change) for (const id of this.ids) this.ticks.delete(id);
    this.previous = null;
  }

  isDone(at) { return this.ticks.has(this.ids[at]); }

  get done() { return this.ids.filter((id) => this.ticks.has(id)).length; }

  /** What the overview says; null before the first answer. */
  get row() { return this.answer ? this.answer.overview : null; }
}

/** A name for each finding that stays when the draft is edited elsewhere. */
function identities(findings) {
  const seen = new Map();
  return findings.map(({ fingerprint }) => {
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return `${fingerprint}#${number}`;
  });
}

/** What docklint told of the findings since the last time: {gone, fresh (positions), remain}. */
function changeTold(since, todo) {
  const fresh = new Set(todo.flatMap(({ fingerprint }, at) => (since.states[fingerprint] === "new" ? [at] : [])));
  return { gone: since.gone.filter((finding) => !isNotice(finding)), fresh, remain: todo.length - fresh.size };
}

/** The same found out by the page, where the engine was started anew in between. */
function changeBetween(before, after) {
  const [old, now] = [identities(before), identities(after)];
  const [was, is] = [new Set(old), new Set(now)];
  const fresh = new Set(now.flatMap((id, at) => (was.has(id) ? [] : [at])));
  return { gone: before.filter((_, at) => !is.has(old[at])), fresh, remain: now.length - fresh.size };
}
