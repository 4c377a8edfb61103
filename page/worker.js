// The worker: Python unpacked into memory and started, then one message after the other. The builder puts Pyodide before it
// (`startPython`, and `self.importScripts` taken away, without which Pyodide takes a classic worker for none).
'use strict';

const HOME = 'https://pyodide.invalid/';   // nothing is ever fetched from anywhere: see `served`
const ROOM = '/lib/docklint';
const DRAFTS = '/drafts';
let ask = null;

const tell = (event, more) => self.postMessage({ event, ...more });
const step = (number, text) => tell('progress', { step: number, of: 4, text });

// Base 85: five characters are four bytes; the last character says how many bytes at the end are none.
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%,()*+-;.=>?@^_`{|}~';

function decoded(text) {
  const values = new Uint8Array(128);
  for (let at = 0; at < 85; at += 1) values[DIGITS.charCodeAt(at)] = at;
  const codes = new TextEncoder().encode(text);
  const bytes = new Uint8Array((codes.length - 1) / 5 * 4);
  for (let from = 0, to = 0; to < bytes.length; from += 5, to += 4) {
    const high = (values[codes[from]] * 85 + values[codes[from + 1]]) * 85 + values[codes[from + 2]];
    const number = (high * 85 + values[codes[from + 3]]) * 85 + values[codes[from + 4]];
    bytes[to] = number >>> 24;
    bytes[to + 1] = number >>> 16;
    bytes[to + 2] = number >>> 8;
    bytes[to + 3] = number;
  }
  return bytes.subarray(0, bytes.length - Number(text[text.length - 1]));
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
