// The worker: Python unpacked into memory and started, then one message after the other. The builder puts Pyodide before it
// (`startPython`, and `self.importScripts` taken away, without which Pyodide takes a classic worker for none).
'use strict';

const HOME = 'https://pyodide.invalid/';   // nothing is ever fetched from anywhere: see `served`
const ROOM = '/lib/docklint';
const DRAFTS = '/drafts';
let ask = null;

const tell = (event, more) => self.postMessage({ event, ...more });
const step = (number, text) => tell('progress', { step: number, of: 4, text });

// Two of 91 characters are 13 bits; the last two say how many bytes at the end are none.
function decoded(text) {
  const values = new Uint16Array(128);
  let digits = 0;
  for (let code = 33; code < 127; code += 1) {
    if (!'<>&'.includes(String.fromCharCode(code))) { values[code] = digits; digits += 1; }
  }
  const codes = new TextEncoder().encode(text);
  const bytes = new Uint8Array((codes.length - 2) / 16 * 13);
  let held = 0;
  let bits = 0;
  for (let from = 0, to = 0; to < bytes.length; from += 2) {
    held = (held << 13) | (values[codes[from]] * digits + values[codes[from + 1]]);
    bits += 13;
    while (bits >= 8) {
      bits -= 8;
      bytes[to] = held >>> bits;
      to += 1;
    }
    held &= 0xFF;
  }
  return bytes.subarray(0, bytes.length - Number(text.slice(-2)));
}

async function unpacked(text) {
  const bytes = decoded(text);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return files(new Uint8Array(await new Response(stream).arrayBuffer()));
}

// A table of contents as JSON behind its length (four bytes, little endian), then one file behind the other.
function files(bytes) {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const table = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  let at = 4 + length;
  return new Map(table.map(([name, size]) => [name, bytes.subarray(at, at += size)]));
}

// What Pyodide fetches is here already. Everything else is refused, as the page's policy would refuse it, too.
function served(parts) {
  const types = { wasm: 'application/wasm', zip: 'application/zip' };
  return async (wanted) => {
    const name = String(wanted.url || wanted).replace(HOME, '');
    if (!parts.has(name)) throw new TypeError(`refused: ${name}`);
    return new Response(parts.get(name), { headers: { 'Content-Type': types[name.split('.').pop()] } });
  };
}

async function start(payload) {
  step(1, 'unpack');
  const parts = await unpacked(payload);
  self.fetch = served(parts);
  step(2, 'python');
  const python = await startPython({
    indexURL: HOME,
    lockFileContents: JSON.parse(new TextDecoder().decode(parts.get('lock.json'))),
    packageBaseUrl: HOME,
    env: { HOME: '/home', PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0', LANG: 'C.UTF-8' },
    checkAPIVersion: false,
    stdin: () => undefined,
    stdout: () => {},
    stderr: () => {},
  });
  step(3, 'docklint');
  for (const [name, bytes] of parts) {
    if (name.startsWith('lib/')) write(python.FS, `${ROOM}/${name.slice(4)}`, bytes);
  }
  python.FS.mkdirTree(DRAFTS);
  ask = python.runPython(`
import gc, sys
gc.set_threshold(50_000)
sys.path.insert(0, "${ROOM}")
from page.session.session import Session
_session = Session("${DRAFTS}")
def _ask(message, buffers):
    told, data = _session.ask(message, [each.to_bytes() for each in buffers])
    return told if data is None else (told, data)
_ask`);
  parts.clear();
  step(4, 'ready');
  tell('ready', answer({ do: 'ready' }));
}

function write(system, path, bytes) {
  system.mkdirTree(path.slice(0, path.lastIndexOf('/')));
  system.writeFile(path, bytes);
}

// Buffers go beside the JSON; in it stand their numbers.
function answer(message) {
  const buffers = [];
  const numbered = JSON.stringify(message, (key, value) => (
    value instanceof ArrayBuffer ? buffers.push(new Uint8Array(value)) - 1 : value));
  const told = ask(numbered, buffers);
  if (typeof told === 'string') return { json: told };
  const [json, data] = told.toJs();
  told.destroy();
  return { json, data: data.slice().buffer };
}

self.onmessage = async ({ data }) => {
  try {
    if (data.payload) {
      await start(data.payload);
    } else {
      const told = answer(data);
      self.postMessage({ id: data.id, ...told }, told.data ? [told.data] : []);
    }
  } catch (error) {
    // Python answers what goes wrong with a draft; whatever comes here has left the interpreter in no state to go on.
    tell('crash', { error: String((error && error.name) || 'Error'), id: data.id });
  }
};
