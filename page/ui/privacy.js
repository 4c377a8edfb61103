// The proof of privacy that anybody can see: the policy of this page, and an attempt at every way out of it.
const NOWHERE = "https://docklint.invalid/";

/** The policy as it stands in the page; empty in the sources, before the page is built. */
function policy() {
  return document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "";
}

/** The policy in lines, without the long sums. */
function policyLines() {
  return policy().split(";").map((line) => line.trim().replace(/'sha256-[^']*'/g, "'sha256-…'")).filter(Boolean);
}

/** Tries to reach the net in every way a page has; returns for each whether the browser refused. Nothing of a draft is in it. */
async function tryToConnect() {
  const refused = new Set();
  const heard = (event) => refused.add(event.effectiveDirective);
  document.addEventListener("securitypolicyviolation", heard);
  const tried = [["fetch", () => fetch(NOWHERE)], ["beacon", () => navigator.sendBeacon(NOWHERE, "")], ["socket", () => new WebSocket("wss://docklint.invalid/")]];
  const results = [];
  for (const [what, act] of tried) results.push({ what, blocked: await refusedBy("connect-src", refused, act) });
  results.push({ what: "picture", blocked: await refusedBy("img-src", refused, () => { new Image().src = NOWHERE; }) });
  results.push({ what: "frame", blocked: await refusedBy("frame-src", refused, () => frame()) });
  document.removeEventListener("securitypolicyviolation", heard);
  return results;
}

async function refusedBy(directive, refused, act) {
  refused.clear();
  try { await act(); } catch { /* What counts is what the browser says of the policy. */ }
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  return [...refused].some((each) => each === directive || each === "default-src" || each === "child-src");
}

function frame() {
  const node = make("iframe", { src: NOWHERE, hidden: true });
  document.body.append(node);
  setTimeout(() => node.remove(), 200);
}

/** Fills the dialog. */
function showPrivacy() {
  const lines = policyLines();
  byId("policy").textContent = lines.join(";\n") || say("privacy-none");
  byId("tried").replaceChildren();
  byId("licence-words").textContent = byId("licences")?.textContent ?? "";
  byId("privacy").showModal();
}

/** Tries, and shows what came of it. */
async function showTried() {
  const results = await tryToConnect();
  const held = results.every(({ blocked }) => blocked);
  byId("tried").replaceChildren(
    make("p", { class: held ? "good" : "missing" }, say(held ? "privacy-tried" : "privacy-open", { count: results.length })),
    make("ul", {}, results.map(({ what, blocked }) => make("li", {}, say(blocked ? "try-blocked" : "try-through", { what: say(`try-${what}`) })))));
}
