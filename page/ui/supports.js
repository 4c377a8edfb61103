// What drafts are checked by: settings, profiles, packs, a notice, and the reasons why findings are left as they are.
const BASELINE = "docklint-baseline.json";
const CONFIG = "docklint.toml";

class Supports {
  constructor() {
    this.given = [];
    this.reasons = new Map();
  }

  /** Takes a file; one of the same name replaces the earlier one. A file of reasons is read here: more may be added. */
  add(name, bytes) {
    if (ending(name) === "json") return this.read(bytes);
    this.given = this.given.filter((other) => other.name !== name);
    const support = { name, bytes, kind: "", lines: [], audiences: [], said: false };
    this.given.push(support);
    return support;
  }

  remove(support) { this.given = this.given.filter((other) => other !== support); }

  /** Why a finding of a draft stays as it is; an empty reason takes it back. */
  leave(path, finding, reason) {
    const own = this.reasons.get(path) ?? new Map();
    if (reason) own.set(finding.fingerprint, { fingerprint: finding.fingerprint, code: finding.code, quote: finding.location.quote, reason });
    else own.delete(finding.fingerprint);
    if (own.size) this.reasons.set(path, own);
    else this.reasons.delete(path);
  }

  /** Whether a reason was given here, so that it can be taken back here. */
  has(path, finding) { return Boolean(this.reasons.get(path)?.has(finding.fingerprint)); }

  get count() { return [...this.reasons.values()].reduce((sum, own) => sum + own.size, 0); }

  /** Reads a file of reasons, as `docklint baseline` writes it; returns how many, or null for a file that is none. */
  read(bytes) {
    let told;
    try { told = JSON.parse(new TextDecoder().decode(bytes)); } catch { return null; }
    if (!told || told.docklint_baseline !== 1 || typeof told.files !== "object") return null;
    let count = 0;
    for (const [path, entries] of Object.entries(told.files)) {
      const own = this.reasons.get(path) ?? new Map();
      for (const entry of entries) { own.set(entry.fingerprint, entry); count += 1; }
      this.reasons.set(path, own);
    }
    return count;
  }

  /** The file of reasons. */
  written() {
    const files = {};
    for (const [path, own] of this.reasons) files[path] = [...own.values()];
    return JSON.stringify({ docklint_baseline: 1, files }, null, 1);
  }

  /** The settings as one docklint.toml, which the command line understands, too. */
  config(profile) {
    const config = this.given.find((support) => support.name.split("/").pop() === CONFIG);
    let text = config ? new TextDecoder().decode(config.bytes).replace(/^\ufeff/, "") : "";
    if (profile !== "auto") text = withKey(text, "profile", profile);
    if (!config) text = withKey(text, "lang", language);
    return this.reasons.size ? withKey(text, "baseline", BASELINE) : text;
  }

  /** All of it as the engine takes it. */
  told() {
    const encode = (text) => new TextEncoder().encode(text).buffer;
    const told = this.given.map(({ name, bytes }) => ({ name, data: bytes.slice(0) }));
    if (!this.reasons.size) return told;
    const at = told.findIndex(({ name }) => name.split("/").pop() === CONFIG);
    const config = { name: at < 0 ? CONFIG : told[at].name, data: encode(this.config("auto")) };
    told.splice(at < 0 ? 0 : at, at < 0 ? 0 : 1, config);
    told.push({ name: config.name.replace(/[^/]*$/, BASELINE), data: encode(this.written()) });
    return told;
  }
}

/** Sets a key at the head of a TOML text; one that stands there already is replaced. */
function withKey(text, key, value) {
  const line = `${key} = ${JSON.stringify(value)}`;
  const [head, ...tables] = text.split(/^(?=\[)/m);
  const known = new RegExp(`^${key}\\s*=.*$`, "m");
  return [known.test(head) ? head.replace(known, line) : `${line}\n${head}`, ...tables].join("");
}
