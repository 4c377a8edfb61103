// What was not checked, and what was: what of the file was read, and the rules by their outcome.
const LEFT_OUT = ["crashed", "disabled"];
const LOOKED_AT = ["findings", "passed", "not-applicable"];

/** Both lists. `rule(code)`: what docklint says of a rule. */
function scopeOf(paper, rule) {
  const { coverage, encoding, verdict, verdict_reasons: reasons } = paper.report;
  const part = (name) => (hasWords(`part-${name}`) ? say(`part-${name}`) : name);
  const unread = [
    ...(verdict === "unchecked" ? reasons : []),
    ...coverage.unread.map((each) => `${each.message}（${part(each.part)}）`),
  ];
  const read = [say("read", { parts: coverage.read.map(part).join(say("list-comma")) }), ...(encoding ? [say("encoding", { encoding })] : [])];
  return [
    make("h3", {}, say("not-checked")), coverageList(unread.length ? unread : [say("all-read")]),
    outcomes(paper.report.rules, LEFT_OUT, rule), make("p", { class: "aside" }, say("limits")),
    make("h3", {}, say("was-checked")), coverageList(read), outcomes(paper.report.rules, LOOKED_AT, rule),
  ];
}

function coverageList(lines) {
  return make("ul", { class: "coverage" }, lines.map((line) => make("li", {}, line)));
}

function outcomes(rules, wanted, rule) {
  return wanted.map((outcome) => {
    const codes = Object.keys(rules).filter((code) => rules[code] === outcome);
    if (!codes.length) return null;
    return make("details", { class: `outcome ${outcome}`, open: outcome !== "passed" && outcome !== "not-applicable" },
      make("summary", {}, say(`outcome-${outcome}`), make("span", { class: "tally" }, String(codes.length))),
      make("ul", {}, codes.map((code) => make("li", {}, make("span", { class: "code" }, code), " ", rule(code)?.checks ?? ""))));
  });
}
