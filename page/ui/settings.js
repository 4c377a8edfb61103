// The dialog of settings, and the choice of the meeting on the first screen. Settings are saved as a file, never in the browser.
class Settings {
  /** `on`: renew() after a change, say(kind, words), load(). */
  constructor(desk, on) {
    this.desk = desk;
    this.on = on;
    for (const select of this.selects) select.addEventListener("change", () => this.choose(select.value));
    byId("settings-save").addEventListener("click", () => this.save("docklint.toml", desk.supports.config(desk.profile)));
    byId("settings-reasons").addEventListener("click", () => this.save(BASELINE, desk.supports.written()));
    byId("settings-load").addEventListener("click", () => on.load());
  }

  get selects() { return document.querySelectorAll("select.profiles"); }

  choose(profile) {
    this.desk.profile = profile;
    this.changed();
  }

  changed() {
    this.show();
    if (this.desk.papers.size) this.on.say("info", say("settings-rechecked"));
    this.on.renew();
  }

  save(name, text) {
    saveFile(name, text);
    this.on.say("good", say("saved", { name }));
  }

  /** Shows what holds now. */
  show() {
    const { facts, profile, supports } = this.desk;
    const known = (facts?.profiles ?? []).map(({ id, title }) => make("option", { value: id }, title));
    for (const select of this.selects) {
      select.replaceChildren(make("option", { value: "auto" }, say("meeting-auto")), ...known.map((option) => option.cloneNode(true)));
      select.value = profile;
      select.disabled = !facts;
    }
    const given = supports.given.map((support) => make("li", {}, this.told(support), this.audience(support),
      button("×", () => { supports.remove(support); this.changed(); }, { class: "remove", "aria-label": say("settings-remove", { name: support.name }) })));
    byId("settings-supports").replaceChildren(...(given.length ? given : [make("li", { class: "aside" }, say("settings-none"))]));
    byId("settings-reasons").hidden = !supports.count;
    byId("settings-reasons").textContent = say("settings-reasons", { count: supports.count });
  }

  told(support) { return make("span", {}, takenWords(support)); }

  /** A notice may ask different things of a group and of a person. */
  audience({ audiences }) {
    if (audiences.length < 2) return null;
    const select = make("select", { "aria-label": say("audience"), on: { change: () => { this.desk.audience = select.value; this.changed(); } } },
      make("option", { value: "" }, say("audience-auto")), audiences.map((each) => make("option", { value: each }, say(`audience-${each}`))));
    select.value = this.desk.audience;
    return select;
  }
}

/** What a support was taken for, in a sentence. */
function takenWords({ name, kind, lines }) {
  const told = say(hasWords(`taken-${kind}`) ? `taken-${kind}` : "taken-unknown", { name });
  return lines.length ? `${told} ${lines.join(" ")}` : told;
}
