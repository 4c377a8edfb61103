// The engine of the tests: the same class as ui/engine.js, with the session behind a pipe instead of a worker.
class Engine {
  constructor() { Object.assign(this, { round: 0, open: new Set(), slow: 0 }); }

  static lacks() { return []; }

  start() {
    this.stop();
    this.ready = this.begin();
    this.ready.catch(() => {});
    return this.ready;
  }

  async begin() {
    const round = this.round;
    for (let step = 1; step <= 3; step += 1) {
      this.onprogress?.({ step, of: 3, text: "python" });
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
    if (round !== this.round) throw Object.assign(new Error('stopped'), { code: 'stopped' });
  }

  async ask(message, transfer = []) {
    const buffers = [];
    const coded = JSON.stringify({ id: 1, ...message }, (_, value) => (value instanceof ArrayBuffer ? buffers.push(encoded(value)) - 1 : value));
    transfer.forEach((buffer) => structuredClone(buffer, { transfer: [buffer] }));
    const hangs = message.name && message.name.includes("卡住");
    if (message.name && message.name.includes("崩溃")) {
      setTimeout(() => { this.end('crashed'); this.oncrash(); });
      return new Promise(() => {});
    }
    const stopped = new Promise((resolve) => { this.open.add(resolve); });
    const told = await Promise.race([hangs ? new Promise(() => {}) : window.askSession(coded, buffers), stopped]);
    if (typeof told === 'string') return { ok: false, code: told };
    const answer = JSON.parse(told.answer);
    return told.data === null ? answer : { ...answer, data: Uint8Array.from(atob(told.data), (letter) => letter.charCodeAt(0)).buffer };
  }

  stop() {
    this.end('stopped');
  }

  end(code) {
    this.round += 1;
    for (const resolve of this.open) resolve(code);
    this.open.clear();
  }
}

function encoded(buffer) {
  let words = "";
  new Uint8Array(buffer).forEach((byte) => { words += String.fromCharCode(byte); });
  return btoa(words);
}
