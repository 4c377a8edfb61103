// The worker as promises. It never blocks the page; stopping it, or its death, costs a new start and nothing else.
class Engine {
  constructor() {
    this.onprogress = () => {};
    this.oncrash = () => {};
    this.onready = () => {};
    this._open = new Map();
    this._number = 0;
    this._setup = null;
    this._worker = null;
  }

  // What the browser has to have and has not.
  static lacks() {
    const there = {
      WebAssembly: typeof WebAssembly === 'object' && typeof WebAssembly.Exception === 'function',
      DecompressionStream: typeof DecompressionStream === 'function',
      BigInt: typeof BigInt64Array === 'function',
      Worker: typeof Worker === 'function',
      Blob: typeof Blob === 'function' && typeof Blob.prototype.stream === 'function',
    };
    return Object.keys(there).filter((name) => !there[name]);
  }

  // Resolves to {version, rules_day, limit_mb}. Rejects with an Error whose `code` is `old-browser` (`lacks`: what) or `crashed`.
  start() {
    this.ready = this._begin();
    this.ready.catch(() => {});
    return this.ready;
  }

  // Resolves to the answer, whatever it is; `transfer`: buffers that the page needs no more.
  async ask(message, transfer = []) {
    const stopped = { ok: false, code: 'stopped', key: message.key };
    const worker = this._worker;
    if (message.do === 'setup') this._setup = message;
    try {
      await this.ready;
    } catch (error) {
      return { ...stopped, code: error.code || 'crashed' };
    }
    // Whoever had to wait for another start asks the new worker, unless the page was told otherwise.
    if (worker !== this._worker && message.do !== 'setup' && worker) return stopped;
    return this._asked(message, transfer);
  }

  // Ends whatever runs, and starts anew; open questions are answered with the code `stopped`.
  stop() {
    this._end('stopped');
    return this._again();
  }

  async _begin() {
    const lacks = Engine.lacks();
    if (lacks.length) throw Object.assign(new Error('old-browser'), { code: 'old-browser', lacks });
    this._code = this._code || URL.createObjectURL(new Blob([
      await text(document.getElementById('python').textContent),
      document.getElementById('worker').textContent,
    ], { type: 'text/javascript' }));
    return new Promise((resolve, reject) => {
      const worker = new Worker(this._code);
      this._worker = worker;
      this._fail = (code) => reject(Object.assign(new Error(code), { code }));
      worker.onmessage = ({ data }) => worker === this._worker && this._told(data, resolve);
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker === this._worker) this._crashed();
      };
      worker.postMessage({ payload: document.getElementById('payload').textContent });
    });
  }

  _told(data, started) {
    if (data.event === 'progress') this.onprogress(data);
    else if (data.event === 'crash') this._crashed();
    else if (data.event === 'ready') {
      const told = JSON.parse(data.json);
      this._begun = true;
      started(told);
      this.onready(told);
    } else {
      const answered = this._open.get(data.id);
      this._open.delete(data.id);
      if (answered) answered({ ...JSON.parse(data.json), ...(data.data ? { data: data.data } : {}) });
    }
  }

  _asked(message, transfer) {
    const id = this._number += 1;
    return new Promise((resolve) => {
      this._open.set(id, resolve);
      // What is set up is told again after a new start, so its buffers stay here.
      this._worker.postMessage({ ...message, id }, message.do === 'setup' ? [] : transfer);
    });
  }

  _crashed() {
    const begun = this._begun;
    this._end('crashed');
    this.oncrash(begun);
    // What cannot even start will not do so the second time either.
    if (begun) this._again();
  }

  _end(code) {
    if (this._worker) this._worker.terminate();
    this._worker = null;
    if (this._fail) this._fail(code);
    const open = [...this._open.values()];
    this._open.clear();
    this._begun = false;
    for (const answered of open) answered({ ok: false, code });
  }

  async _again() {
    const setup = this._setup;
    const told = await this.start();
    if (setup && this._setup === setup) await this._asked(setup, []);
    return told;
  }
}

// Base64 of gzip, as text.
async function text(base64) {
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
