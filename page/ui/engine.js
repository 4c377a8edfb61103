// The worker as promises. It never blocks the page; stopping it, or its death, costs a new start and nothing else.
class Engine {
  constructor() {
    this.onprogress = () => {};
    this.oncrash = () => {};
    this._open = new Map();
    this._number = 0;
    this._worker = null;
    this._fail = () => {};
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

  // Starts the worker, anew if there is one. Resolves to {version, rules_day, limit_mb}; rejects with an Error whose `code` is
  // `old-browser` (`lacks`: what), `crashed` or `stopped`.
  start() {
    this.stop();
    this.ready = this._begin();
    this.ready.catch(() => {});
    return this.ready;
  }

  // Resolves to the answer, whatever it is, once the worker has started; `transfer`: buffers that the page needs no more.
  async ask(message, transfer = []) {
    const begun = this.ready;
    try {
      await begun;
    } catch (error) {
      return { ok: false, code: error.code };
    }
    // Stopped, or started anew, while this one waited: who asked meant another worker.
    if (!this._worker || begun !== this.ready) return { ok: false, code: 'stopped' };
    const id = this._number += 1;
    return new Promise((resolve) => {
      this._open.set(id, resolve);
      this._worker.postMessage({ ...message, id }, transfer);
    });
  }

  // Ends whatever runs; open questions are answered with the code `stopped`.
  stop() {
    this._end('stopped');
  }

  async _begin() {
    const lacks = Engine.lacks();
    if (lacks.length) throw failed('old-browser', lacks);
    const begun = this._begun = {};
    if (!this._code) this._code = await code();
    if (begun !== this._begun) throw failed('stopped');
    return new Promise((resolve, reject) => {
      const worker = this._worker = new Worker(this._code);
      this._fail = (why) => reject(failed(why));
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
    else if (data.event === 'ready') started(JSON.parse(data.json));
    else {
      const answered = this._open.get(data.id);
      this._open.delete(data.id);
      if (answered) answered({ ...JSON.parse(data.json), ...(data.data ? { data: data.data } : {}) });
    }
  }

  _crashed() {
    this._end('crashed');
    this.oncrash();
  }

  _end(why) {
    if (this._worker) this._worker.terminate();
    this._worker = null;
    this._begun = null;
    this._fail(why);
    const open = [...this._open.values()];
    this._open.clear();
    for (const answered of open) answered({ ok: false, code: why });
  }
}

function failed(code, lacks) {
  return Object.assign(new Error(code), { code, lacks });
}

// Returns where the worker's script is: Pyodide, which the page holds packed, and worker.js behind it.
async function code() {
  const packed = Uint8Array.from(atob(document.getElementById('python').textContent), (each) => each.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const parts = [await new Response(stream).text(), document.getElementById('worker').textContent];
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}
