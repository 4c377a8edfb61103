// What stands around the screens: which of them is shown, what is going on, and what is worth saying.
const MOST_SAID = 4;

class Shell {
  constructor() {
    this.screen = "start";
    for (const dialog of document.querySelectorAll("dialog")) {
      for (const close of dialog.querySelectorAll(".close")) close.addEventListener("click", () => dialog.close());
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    }
  }

  /** Shows a screen, and leads there whoever cannot see it. */
  show(screen, focus) {
    const changed = this.screen !== screen;
    this.screen = screen;
    for (const name of ["start", "overview", "paper"]) byId(name).hidden = name !== screen;
    document.body.dataset.screen = screen;
    if (!changed) return;
    window.scrollTo(0, 0);
    byId("said").querySelectorAll(".info, .good").forEach((node) => node.remove());
    if (focus) focus.focus({ preventScroll: true });
  }

  /** Says something in a line that stays until it is dismissed or pushed out. `act`: {words, do}, a button beside it. */
  say(kind, words, act = null) {
    const said = byId("said");
    for (const node of said.children) if (node.dataset.words === words) node.remove();
    const node = make("div", { class: `say ${kind}${kind === "error" || act ? "" : " plain-say"}`, data: { words, since: Date.now() } }, make("p", {}, words),
      act && button(act.words, () => { node.remove(); act.do(); }, { class: "link" }),
      button("×", () => node.remove(), { class: "remove", "aria-label": say("dismiss"), title: say("dismiss") }));
    // Good news is read once; what came in together stays together.
    if (kind !== "error") for (const old of [...said.querySelectorAll(".plain-say")]) if (Date.now() - old.dataset.since > 1500) old.remove();
    said.append(node);
    while (said.children.length > MOST_SAID) said.firstChild.remove();
  }

  /** Shows what is going on, or that nothing is. `share`: 0 to 1, or null where nobody knows. */
  progress(words, share, stoppable) {
    byId("going").hidden = !words;
    byId("going-words").textContent = words;
    const bar = byId("going-bar");
    if (share === null) bar.removeAttribute("value");
    else bar.value = share;
    byId("going-stop").hidden = !stoppable;
  }
}
