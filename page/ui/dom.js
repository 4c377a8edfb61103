// Small helpers to build the page. Text is only ever set as text, never as HTML.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Makes an element. `given`: attributes; `on` holds listeners, `data` the dataset; null and false are left out. */
function make(name, given = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (key === "data") Object.assign(node.dataset, value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** The same for SVG. */
function draw(name, given = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(given)) if (value !== null) node.setAttribute(key, value);
  node.append(...children.flat(Infinity).filter(Boolean));
  return node;
}

/** Words that are not ours, as the reports show them: marks that misplace what one reads become visible. */
function safe(words) {
  return words.replace(UNSAFE, (mark) => ("\t\n\v\f\r".includes(mark) ? " " : "\ufffd"));
}

/** Cuts words that are too long for their place. */
function shortened(words, most) {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}

/** A button. */
function button(words, act, given = {}) {
  return make("button", { type: "button", ...given, on: { click: act } }, words);
}

/** The element of the HTML with this id. */
function byId(id) {
  return document.getElementById(id);
}

/** Counts how often each key occurs, in the order of their first. */
function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
