// The keys that lead through the findings. Letters are off where one types, and can be switched off altogether.
const KEYS = [
  { keys: ["n", "j"], more: ["F8"], say: "keys-next", act: "next" },
  { keys: ["p", "k"], more: ["Shift+F8"], say: "keys-previous", act: "previous" },
  { keys: ["x"], more: [], say: "keys-done", act: "done" },
  { keys: ["r"], more: [], say: "keys-leave", act: "leave" },
  { keys: ["c"], more: [], say: "keys-again", act: "again" },
  { keys: ["1", "2", "3", "4", "5"], more: [], say: "keys-tabs", act: "tab" },
  { keys: ["u"], more: [], say: "keys-all", act: "all" },
  { keys: ["?"], more: [], say: "keys-help", act: "help" },
];

class Keys {
  /** `acts`: what to do for each act; `tab` is given the key. */
  constructor(acts) {
    this.acts = acts;
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
    const name = event.key.length > 1 && event.shiftKey ? `Shift+${event.key}` : event.key;
    const found = KEYS.find(({ keys, more }) => more.includes(name) || (byId("single-keys").checked && keys.includes(name)));
    if (!found) return;
    event.preventDefault();
    this.acts[found.act](event.key);
  }

  /** The table of keys, for their dialog. */
  static table() {
    const named = (key) => make("kbd", {}, key);
    return KEYS.map(({ keys, more, say: told }) => make("tr", {},
      make("td", {}, [...keys, ...more].map((key, at) => [at ? ` ${say("key-or")} ` : "", named(key)])), make("td", {}, say(told))));
  }
}
