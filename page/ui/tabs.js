// The two panes of a paper and their tabs. Where there is room both panes stand side by side, else one tab of all is shown.
const WIDE = "(min-width: 60rem)";
const PANES = { left: ["text", "matrix"], right: ["findings", "outline", "scope"] };

class Tabs {
  /** `shown(name)`: a tab was opened. */
  constructor(shown) {
    this.shown = shown;
    this.chosen = { left: "text", right: "findings" };
    this.front = "right";
    this.wide = window.matchMedia(WIDE);
    this.wide.addEventListener("change", () => this.draw());
    for (const [pane, names] of Object.entries(PANES)) {
      for (const name of names) byId(`tab-${name}`).addEventListener("click", () => this.open(name));
      byId(`tabs-${pane}`).addEventListener("keydown", (event) => this.walk(event));
    }
    this.draw();
  }

  get all() { return Object.values(PANES).flat(); }

  isVisible(name) {
    const pane = PANES.left.includes(name) ? "left" : "right";
    return this.chosen[pane] === name && (this.wide.matches || this.front === pane);
  }

  open(name) {
    const pane = PANES.left.includes(name) ? "left" : "right";
    this.chosen[pane] = name;
    this.front = pane;
    this.draw();
    this.shown(name);
  }

  draw() {
    for (const [pane, names] of Object.entries(PANES)) {
      for (const name of names) {
        const tab = byId(`tab-${name}`);
        tab.setAttribute("aria-selected", String(this.isVisible(name)));
        tab.tabIndex = this.chosen[pane] === name ? 0 : -1;
        byId(`panel-${name}`).classList.toggle("shown", this.chosen[pane] === name);
      }
      byId(`pane-${pane}`).classList.toggle("front", this.front === pane);
    }
  }

  /** The arrow keys walk through the tabs of a strip. */
  walk(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...event.currentTarget.querySelectorAll("[role=tab]")];
    const at = tabs.indexOf(document.activeElement);
    if (!by || at < 0) return;
    event.preventDefault();
    const tab = tabs[(at + by + tabs.length) % tabs.length];
    tab.click();
    tab.focus();
  }
}
