// The page speaks one of two languages; its words are in words-*.js.
let language = "zh";

/** The words of a key, with {names} filled in. */
function say(key, values = {}) {
  return wordsOf(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether a key has words; what docklint may name one day need not be known here. */
function hasWords(key) {
  return wordsOf(key) !== key;
}

function wordsOf(key) {
  const [own, more] = language === "en" ? [WORDS_EN, MORE_WORDS_EN] : [WORDS_ZH, MORE_WORDS_ZH];
  return own[key] ?? more[key] ?? key;
}

/** Fills in the words of everything that stands in the HTML: data-say is its text, data-say-label its name,
 * data-say-print its heading on paper. */
function sayAll(root) {
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of root.querySelectorAll("[data-say-label]")) node.setAttribute("aria-label", say(node.dataset.sayLabel));
  for (const node of root.querySelectorAll("[data-say-title]")) node.title = say(node.dataset.sayTitle);
  for (const node of root.querySelectorAll("[data-say-print]")) node.dataset.print = say(node.dataset.sayPrint);
  for (const node of root.querySelectorAll("[data-say-hint]")) node.placeholder = say(node.dataset.sayHint);
}
