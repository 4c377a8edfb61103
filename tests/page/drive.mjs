// node drive.mjs BROWSER EXECUTABLE PAGE MODE ARGUMENTS...: the page's engine in a real browser, from a file.
// BROWSER: chromium (playwright-core) or firefox (puppeteer-core). The page's own screens are kept from starting an engine of
// theirs, so that one worker is measured and not two.
//   parity DRAFTS OUT   everything of every draft, as tests/page/doors.py writes it
//   timing LONG         milliseconds as JSON: start and Pyodide's part of it, first and later checks, a long draft, the widest gap of the page
//   privacy URL         what was tried, what was seen, what the policy reported
//   dying               stop, crash and a new start
import { createRequire } from 'node:module';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const [kind, executablePath, file, mode, ...given] = process.argv.slice(2);
const requests = [];

async function opened() {
  if (kind === 'firefox') {
    const puppeteer = require('puppeteer-core');
    const browser = await puppeteer.launch({
      browser: 'firefox', executablePath, headless: true, userDataDir: mkdtempSync(join(tmpdir(), 'fx-')), protocolTimeout: 600000,
    });
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => { delete window.HTMLDialogElement; });
    page.on('request', (request) => requests.push(request.url()));
    return { browser, page };
  }
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage();
  await page.addInitScript(() => { delete window.HTMLDialogElement; });
  page.on('request', (request) => requests.push(request.url()));
  return { browser, page };
}

const helpers = () => {
  window.bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)).buffer;
  window.text = (buffer) => {
    let told = '';
    const all = new Uint8Array(buffer);
    for (let at = 0; at < all.length; at += 32768) told += String.fromCharCode(...all.subarray(at, at + 32768));
    return btoa(told);
  };
  window.engine = new Engine();
  window.crashes = 0;
  engine.oncrash = () => { window.crashes += 1; };
};

async function begun(page) {
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(helpers);
}

async function parity(page, drafts, out) {
  await begun(page);
  await page.evaluate(async () => { await engine.start(); await engine.ask({ do: 'setup', language: 'zh' }); });
  const names = readdirSync(drafts).filter((name) => statSync(join(drafts, name)).isFile() && extname(name) !== '.toml').sort();
  await page.evaluate((all) => engine.ask({ do: 'expect', names: all }), names);
  const asked = {
    'report.json': { do: 'json' }, 'report.html': { do: 'html' }, annotated: { do: 'annotated' },
    mended: { do: 'annotated', with_fixes: true }, fixed: { do: 'fixed' },
  };
  for (const name of names) {
    const told = await page.evaluate(async (name, data, asked) => {
      const check = await engine.ask({ do: 'check', key: name, name, data: bytes(data) });
      const files = {};
      for (const [ending, message] of Object.entries(asked)) {
        const { data: made, ...rest } = await engine.ask({ ...message, key: name });
        files[ending] = made ? { made: text(made) } : { id: null, ...rest };
      }
      return { check, files };
    }, ...packed(page, name, readFileSync(join(drafts, name)).toString('base64'), asked));
    writeFileSync(join(out, `${name}~check.json`), JSON.stringify(told.check));
    for (const [ending, { made, ...rest }] of Object.entries(told.files)) {
      writeFileSync(join(out, `${name}~${ending}`), made === undefined ? failedJson(rest) : Buffer.from(made, 'base64'));
    }
  }
  const overview = await page.evaluate((all) => engine.ask({ do: 'overview', keys: all }), names);
  writeFileSync(join(out, 'overview.json'), JSON.stringify(overview));
  return { files: names.length, crashes: await page.evaluate(() => window.crashes), requests: outside() };
}

const failedJson = (answer) => `{"id": null, "ok": false, "error": ${JSON.stringify(answer.error)}}`;

async function timing(page, long) {
  await begun(page);
  return page.evaluate(async (long) => {
    const told = {};
    const timed = async (name, act) => {
      const from = performance.now();
      const answer = await act();
      told[name] = Math.round(performance.now() - from);
      return answer;
    };
    const draft = '一、存在的问题\n（一）理论学习方面。一是学习不够系统。比如：2023年5月的研讨由*科代拟。\n二、原因分析\n（一）重视不够。\n';
    const check = (words, key) => engine.ask({ do: 'check', key, name: '稿.txt', data: new TextEncoder().encode(words).buffer });
    const from = performance.now();
    const steps = {};
    engine.onprogress = ({ text: step }) => { steps[step] = performance.now(); };
    await timed('start', () => engine.start());
    told.python = Math.round(steps.docklint - steps.python);
    await timed('setup', () => engine.ask({ do: 'setup', language: 'zh' }));
    await timed('rehearse', () => engine.ask({ do: 'rehearse' }));
    await timed('first', () => check(draft, 'a'));
    await timed('second', () => check(`${draft}（二）纪律不严。\n`, 'b'));
    await timed('third', () => check(`${draft}（三）纪律不严。\n`, 'c'));
    let last = performance.now();
    let widest = 0;
    const ticks = setInterval(() => {
      widest = Math.max(widest, performance.now() - last);
      last = performance.now();
    }, 5);
    const answer = await timed('long', () => check(long, 'long'));
    await new Promise((done) => setTimeout(done, 50));
    clearInterval(ticks);
    return { ...told, gap: Math.round(widest), characters: answer.text.length, findings: answer.report.findings.length, all: performance.now() - from };
  }, readFileSync(long, 'utf-8'));
}

async function privacy(page, url) {
  await begun(page);
  await page.evaluate(async () => {
    window.reported = [];
    document.addEventListener('securitypolicyviolation', (event) => reported.push(event.effectiveDirective));
    await engine.start();
    await engine.ask({ do: 'setup', language: 'zh' });
    const draft = '一、存在的问题\n（一）理论学习方面。一是学习不够系统。比如：研讨由*科代拟。\n';
    await engine.ask({ do: 'check', key: 'a', name: '稿.txt', data: new TextEncoder().encode(draft).buffer });
    await engine.ask({ do: 'html', key: 'a' });
  });
  const before = outside();
  const tried = await page.evaluate(async (url) => {
    const told = {};
    const caught = async (name, act) => {
      try { told[name] = String(await act()); } catch (error) { told[name] = error.name; }
    };
    const element = (name, more) => new Promise((done, fail) => {
      const made = Object.assign(document.createElement(name), more);
      made.onload = () => done('loaded');
      made.onerror = () => fail(new Error());
      document.body.append(made);
      setTimeout(() => done('nothing'), 1500);
    });
    await caught('fetch', () => fetch(`${url}fetch`).then(() => 'answered'));
    await caught('xhr', () => new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.onload = () => done('answered');
      request.onerror = () => fail(new TypeError());
      request.open('GET', `${url}xhr`);
      request.send();
    }));
    await caught('beacon', () => navigator.sendBeacon(`${url}beacon`, 'x') && 'handed over');
    await caught('socket', () => new Promise((done, fail) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}socket`);
      socket.onopen = () => done('open');
      socket.onerror = () => fail(new Error());
    }));
    await caught('events', () => new Promise((done, fail) => {
      const source = new EventSource(`${url}events`);
      source.onopen = () => done('open');
      source.onerror = () => { source.close(); fail(new Error()); };
    }));
    await caught('image', () => element('img', { src: `${url}image` }));
    await caught('script', () => element('script', { src: `${url}script` }));
    await caught('frame', () => element('iframe', { src: `${url}frame` }));
    await caught('style', () => element('link', { rel: 'stylesheet', href: `${url}style` }));
    await caught('object', () => element('object', { data: `${url}object` }));
    await caught('form', () => {
      const form = Object.assign(document.createElement('form'), { action: `${url}form`, method: 'post', target: '_self' });
      document.body.append(form);
      form.submit();
      return new Promise((done) => setTimeout(() => done('still here'), 500));
    });
    await caught('eval', () => Function('return 1')());
    await caught('worker', () => new Promise((done) => {
      const words = `
        const tell = (name) => (error) => self.postMessage([name, error && error.name]);
        fetch('${url}worker').then(() => self.postMessage(['fetch', 'answered']), tell('fetch'));
        try { importScripts('${url}import'); self.postMessage(['import', 'loaded']); } catch (error) { tell('import')(error); }
        try { new WebSocket('${url.replace('http', 'ws')}worker-socket').onopen = () => self.postMessage(['socket', 'open']); }
        catch (error) { tell('socket')(error); }`;
      const worker = new Worker(URL.createObjectURL(new Blob([words], { type: 'text/javascript' })));
      const said = [];
      worker.onmessage = ({ data }) => said.push(data.join(': '));
      setTimeout(() => done(said.sort().join(', ')), 1500);
    }));
    return told;
  }, url);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
    databases: indexedDB.databases ? (await indexedDB.databases()).length : 0, hash: location.hash + location.search,
    reported: [...new Set(reported)].sort(),
  })).catch((error) => ({ error: String(error) }));
  return { before, tried, kept };
}

async function dying(page) {
  await begun(page);
  return page.evaluate(async () => {
    const told = {};
    const draft = () => new TextEncoder().encode('一、存在的问题\n（一）理论学习方面。一是*处不够系统。\n').buffer;
    const check = () => engine.ask({ do: 'check', key: 'a', name: '稿.txt', data: draft() });
    await engine.start();
    await engine.ask({ do: 'setup', language: 'zh' });
    const long = new TextEncoder().encode('（一）理论学习方面。一是学习不够系统。比如：研讨由*科代拟。\n'.repeat(1500)).buffer;
    const waiting = engine.ask({ do: 'check', key: 'long', name: '长.txt', data: long });
    setTimeout(() => engine.stop(), 50);
    told.stopped = await waiting;
    told.asleep = await engine.ask({ do: 'html', key: 'a' });
    const [first, second] = [engine.start(), engine.start()];
    told.first = await first.catch((error) => error.code);
    await second;
    told.again = (await check()).report.findings.length;
    const lost = check();
    await new Promise((done) => setTimeout(done, 0));
    engine._worker.onmessage({ data: { event: 'crash', error: 'RangeError' } });
    told.crashed = await lost;
    told.crashes = window.crashes;
    await engine.start();
    told.after = (await check()).report.findings.length;
    return told;
  });
}

// Puppeteer and playwright differ in how many arguments reach the page.
function packed(page, ...all) {
  return kind === 'firefox' ? all : [all];
}

const outside = () => requests.filter((url) => !/^(?:file|blob|data|about):/.test(url));

const { browser, page } = await opened();
if (kind !== 'firefox') {
  const evaluate = page.evaluate.bind(page);
  page.evaluate = (act, first, ...rest) => (Array.isArray(first) && act.length > 1
    ? evaluate(new Function('all', `return (${act})(...all)`), first) : evaluate(act, first, ...rest));
}
const modes = { parity, timing, privacy, dying };
try {
  process.stdout.write(JSON.stringify(await modes[mode](page, ...given)));
} finally {
  await browser.close();
}
