// The page in Chromium, its engine's questions answered by the session behind a pipe.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
export const AXE = require.resolve('axe-core/axe.min.js');

export function launched(executablePath) {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

// Opens the page: {page, told, close}. `told` gathers what must stay empty. `before`: a script that runs first.
export async function opened(browser, { file, python, bridge }, { width = 1280, height = 900, dark = false, bypass = false, before = null } = {}) {
  const session = spawn(python, [bridge], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: session.stdout }).on('line', (line) => waiting.shift()(JSON.parse(line)));
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', acceptDownloads: true, bypassCSP: bypass,
  });
  const page = await context.newPage();
  const told = { console: [], requests: [], refused: [] };
  page.on('console', (message) => told.console.push(message.text()));
  page.on('pageerror', (error) => told.console.push(String(error.stack)));
  page.on('requestfailed', (request) => told.refused.push(`${request.failure().errorText} ${request.url()}`));
  page.on('request', (request) => told.requests.push(request.url()));
  await page.exposeFunction('askSession', (message, buffers) => new Promise((resolve) => {
    waiting.push(resolve);
    session.stdin.write(`${JSON.stringify({ message, buffers })}\n`);
  }));
  // The browser's own window cannot be driven; without it the page falls back on file fields.
  await page.addInitScript(before ?? (() => { delete window.showOpenFilePicker; delete window.showDirectoryPicker; }));
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.querySelector('#engine-state')?.textContent.includes('备好'));
  const close = async () => { await context.close(); session.kill(); };
  return { page, told, close };
}

// Drops files on the page as a person would: [{name, bytes (base64)}].
export async function drop(page, files) {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) {
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { lastModified: 1 }));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      document.querySelector('main').dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, files);
}

// What the page has left behind: all of it must be nothing.
export function traces(page) {
  return page.evaluate(async () => ({
    storage: localStorage.length + sessionStorage.length, cookie: document.cookie, hash: location.hash + location.search,
    databases: (await indexedDB.databases()).length, history: history.length,
  }));
}
