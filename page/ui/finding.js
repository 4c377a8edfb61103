// One finding as an item of the list: a line to know it by, and all that is to be said of it once it is chosen.
const AROUND = 16;
const LONGEST_QUOTE = 120;

/** Where something stands, as a person finds it. */
function placeWords(location) {
  const place = location.paragraph_shown == null ? say("place", { line: location.line }) : say("paragraph", { number: location.paragraph_shown });
  return location.page == null ? place : `${place}${say("list-comma")}${say("page", { page: location.page })}`;
}

/** The item. `on`: pick(at), tick(at, done), place(at), leave(at). */
function findingItem(paper, at, isFresh, on) {
  const finding = paper.todo[at];
  const number = at + 1;
  const done = make("input", { type: "checkbox", class: "done", "aria-label": say("done-box", { number }), title: say("done-box", { number }),
    on: { change: (event) => on.tick(at, event.target.checked) } });
  done.checked = paper.isDone(at);
  const pick = make("button", { type: "button", class: "pick", "aria-expanded": "false", on: { click: () => on.pick(at) } },
    make("span", { class: `number ${finding.severity}` }, String(number)), " ",
    make("span", { class: `severity ${finding.severity}` }, say(`severity-${finding.severity}`)), " ",
    isFresh ? [make("span", { class: "fresh" }, say("fresh")), " "] : null,
    make("strong", {}, finding.message));
  const place = placeWords(finding.location);
  const where = make("p", { class: "where" },
    button(place, () => on.place(at), { class: "link", "aria-label": say("to-text", { place }) }), headingPath(finding.location), " ",
    make("span", { class: "code" }, finding.code));
  return make("li", { class: `finding ${finding.severity}${done.checked ? " handled" : ""}`, data: { at } },
    make("div", { class: "head" }, done, pick), where);
}

function headingPath(location) {
  return location.heading_path.slice(-2).map((heading) => make("span", { class: "heading" }, shortened(safe(heading), 40)));
}

/** What is said of a finding when it is chosen, or printed. `on`: line(number), leave(at). */
function findingDetails(paper, at, on) {
  const finding = paper.todo[at];
  const because = finding.requirement;
  return make("div", { class: "details" },
    excerpt(paper.text, finding),
    because && make("p", { class: "requirement" }, say("requirement", {
      source: because.source || say("the-notice"), sentence: shortened(safe(because.text ?? because.sentence ?? ""), 120) })),
    finding.help && make("p", { class: "help" }, make("b", {}, say("advice")), finding.help),
    finding.fix && make("p", { class: "help" }, make("b", {}, say("fix")), finding.fix.title, finding.fix.safety === "safe" ? say("fix-safe") : ""),
    finding.related.map((related) => make("p", { class: "related" }, related.message, " ",
      button(placeWords(related.location), () => on.line(related.location.line), { class: "link" }))),
    make("p", { class: "acts" }, button(say("leave"), () => on.leave(at), { class: "quiet" })));
}

/** The passage with a few words around it, as far as they stand on the same line. */
function excerpt(text, { severity, location: { quote, utf16 } }) {
  const { offset, end_offset: end } = utf16;
  const before = text.slice(Math.max(0, offset - AROUND), offset).split("\n").pop();
  const after = text.slice(end, end + AROUND).split("\n")[0];
  if (!(before + quote + after).trim()) return null;
  const lead = offset - before.length > 0 && text[offset - before.length - 1] !== "\n" ? "…" : "";
  const trail = end + after.length < text.length && text[end + after.length] !== "\n" ? "…" : "";
  return make("blockquote", { lang: "zh-CN" }, lead, safe(before),
    quote && make("mark", { class: severity }, safe(shortened(quote, LONGEST_QUOTE))), safe(after), trail);
}

/** A finding as a line of the copied list. */
function findingLine(finding, number) {
  return `${number}. [${say(`severity-${finding.severity}`)}] ${placeWords(finding.location)}  ${finding.message} (${finding.code})`;
}
