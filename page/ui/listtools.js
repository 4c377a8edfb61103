// The tools above the list of findings: where one is, previous and next, and what is shown.
const LONGEST_RULE = 24;

class ListTools {
  constructor(list) {
    this.list = list;
    const { todo } = list.paper;
    this.bySeverity = tally(todo.map(({ severity }) => severity));
    this.byRule = tally(todo.map(({ code }) => code).sort());
    this.position = make("span", { class: "position", "aria-hidden": "true" });
    this.told = make("span", { class: "unseen", role: "status" });
    this.progress = make("span", { class: "progress" });
    this.open = make("input", { type: "checkbox", on: { change: () => { this.list.onlyOpen = this.open.checked; this.list.arrange(); } } });
    this.node = make("div", { class: "list-tools" }, this.stepper(), this.filters());
  }

  stepper() {
    const step = (key, by, sign) => button(sign, () => this.list.step(by), { class: "step", "aria-label": say(key), title: say(key) });
    return make("div", { class: "stepper" }, step("previous", -1, "‹"), this.position, this.told, step("next", 1, "›"), make("label", { class: "only-open" }, this.open, say("only-open")), this.progress);
  }

  filters() {
    this.chips = WORST_FIRST.filter((severity) => this.bySeverity.has(severity)).map((severity) => {
      const chip = button(`${say(`severity-${severity}`)} ${this.bySeverity.get(severity)}`, () => this.toggle(severity), { class: `chip ${severity}`, data: { severity } });
      return chip;
    });
    this.rule = make("select", { "aria-label": say("rule-label"), on: { change: () => { this.list.rule = this.rule.value; this.list.arrange(); } } },
      make("option", { value: "" }, say("every-rule")),
      [...this.byRule].map(([code, count]) => make("option", { value: code }, say("rule-count", { code, name: this.summary(code), count }))));
    this.order = make("select", { "aria-label": say("order"), on: { change: () => { this.list.order = this.order.value; this.list.arrange(); } } },
      make("option", { value: "place" }, say("by-place")), make("option", { value: "rule" }, say("by-rule")));
    this.refresh();
    return make("div", { class: "filters" },
      make("div", { class: "chips", role: "group", "aria-label": say("filter-severity") }, this.chips),
      this.order, this.rule);
  }

  toggle(severity) {
    const { hidden } = this.list;
    if (!hidden.delete(severity)) hidden.add(severity);
    this.refresh();
    this.list.arrange();
  }

  /** Shows what the list is set to. */
  refresh() {
    for (const chip of this.chips) chip.setAttribute("aria-pressed", String(!this.list.hidden.has(chip.dataset.severity)));
    this.rule.value = this.list.rule;
    this.order.value = this.list.order;
    this.open.checked = this.list.onlyOpen;
  }

  count(at, all, done) {
    this.position.textContent = at ? say("position", { at, all }) : say("position-none", { all });
    this.told.textContent = at ? say("position-told", { at, all }) : say("position-none", { all });
    this.progress.textContent = say("handled", { done, all: this.list.paper.todo.length });
  }

  summary(code) {
    return shortened(this.list.on.rule(code)?.summary ?? this.list.paper.todo.find((finding) => finding.code === code)?.name ?? "", LONGEST_RULE);
  }

  ruleName(code) {
    return say("rule-count", { code, name: this.summary(code), count: this.byRule.get(code) });
  }
}
