// Walks through the page and prints as JSON what was seen, walk by walk. node walks.mjs '{"chromium", "file", "python", "bridge", "folder"}'
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AXE, drop, launched, opened, traces } from './opened.mjs';

const given = JSON.parse(process.argv[2]);
const browser = await launched(given.chromium);
const bytes = (name) => readFileSync(join(given.folder, name)).toString('base64');
const dropped = (page, ...names) => drop(page, names.map((name) => ({ name, bytes: bytes(name) })));
const said = (page) => page.locator('#said').innerText();
const checked = (page) => page.waitForSelector('#panes:not([hidden]) .finding');

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(given.folder, `saved-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

const WALKS = {
  async main() {
    const { page, told, close } = await opened(browser, given);
    await dropped(page, 'faulty.docx');
    await checked(page);
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 14);
    const seen = { findings: await page.locator('.finding').count(), verdict: await page.locator('#paper-verdict').innerText() };
    seen.text = await page.evaluate(() => [...document.querySelectorAll('.words')].map((line) => {
      const copy = line.cloneNode(true);
      copy.querySelectorAll('.number').forEach((number) => number.remove());
      return copy.textContent;
    }).join('\n'));
    seen.marks = await page.evaluate(() => [...document.querySelectorAll('.passage mark')].map((mark) => mark.textContent));
    await page.locator('.passage mark').nth(3).click();
    seen.fromText = await page.locator('.finding.current').getAttribute('data-at');
    seen.marked = await page.locator('.passage mark').nth(3).getAttribute('data-f');
    await page.locator('.finding .pick').nth(6).click();
    seen.fromList = await page.locator('.passage mark.current').first().getAttribute('data-f');
    seen.position = await page.locator('.position').innerText();
    await page.locator('.chip.warning').click();
    seen.errorsOnly = await page.locator('.finding:visible').count();
    await page.locator('.chip.warning').click();
    await page.getByLabel('排列').selectOption('rule');
    seen.groups = await page.locator('#panel-findings .group').count();
    await page.getByLabel('排列').selectOption('place');
    await page.locator('.finding .done').first().check();
    seen.progress = await page.locator('.progress').innerText();
    await page.getByLabel('只看未处理').check();
    seen.open = await page.locator('.finding').count();
    await page.locator('#tab-outline').click();
    seen.counts = await page.locator('.found:not(:empty)').count();
    await page.locator('.tree .link').nth(5).click();
    seen.flashed = await page.locator('.line.flash').count();
    await page.locator('#tab-matrix').click();
    await page.locator('.picture .box').first().focus();
    seen.lit = await page.locator('.picture .box.lit').count();
    seen.litCells = await page.locator('.matrix .link.lit').count();
    seen.annotated = await saved(page, () => page.locator('#act-annotated').click());
    seen.fixed = await saved(page, () => page.locator('#act-fixed').click());
    seen.report = await saved(page, () => page.locator('#act-report').click());
    await page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (words) => { window.copied = words; } } }); });
    await page.locator('#act-copy').click();
    await page.waitForFunction(() => window.copied);
    seen.copied = await page.evaluate(() => window.copied);
    await page.locator('#language').click();
    await page.waitForFunction(() => document.querySelector('#paper-verdict').textContent.includes('Revise'));
    seen.english = await page.locator('#paper-verdict').innerText();
    seen.leftovers = await page.evaluate(() => /[a-z]+-[a-z-]+/.exec(document.querySelector('.bar').innerText)?.[0] ?? '');
    Object.assign(seen, told, { traces: await traces(page) });
    await close();
    return seen;
  },

  // Nothing but the keyboard; the browser's window of files is stood in for by a handle that can be read again.
  async keyboard() {
    const before = `window.contents = ${JSON.stringify([bytes('faulty.docx'), bytes('mended.docx')])}; window.turn = 0;
      window.showOpenFilePicker = async () => [{ kind: 'file', name: '稿.docx', getFile: async () => new File(
        [Uint8Array.from(atob(window.contents[window.turn]), (letter) => letter.charCodeAt(0))], '稿.docx', { lastModified: window.turn }) }];`;
    const { page, told, close } = await opened(browser, given, { before });
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
    const tabTo = async (id) => {
      for (let steps = 0; steps < 60; steps += 1) {
        if (await focused() === id) return steps;
        await page.keyboard.press('Tab');
      }
      return -1;
    };
    const seen = { toChoose: await tabTo('choose-files') };
    await page.keyboard.press('Enter');
    await checked(page);
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 14);
    seen.heading = await focused();
    for (const key of ['n', 'j', 'F8', 'p', 'k']) await page.keyboard.press(key);
    seen.position = await page.locator('.position').innerText();
    seen.spoken = await page.locator('.stepper [role=status]').innerText();
    await page.keyboard.press('x');
    seen.progress = await page.locator('.progress').innerText();
    await page.keyboard.press('r');
    await page.keyboard.type('反面案例，按要求隐去 n p x');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 13);
    seen.left = await page.locator('.suppressed').innerText();
    seen.toSave = await tabTo('act-annotated');
    seen.annotated = await saved(page, () => page.keyboard.press('Enter'));
    await page.keyboard.press('?');
    seen.keys = await page.locator('#keys kbd').count();
    await page.keyboard.press('Escape');
    seen.toTabs = await tabTo('tab-text');
    await page.keyboard.press('ArrowRight');
    seen.tab = await page.locator('#tab-matrix').getAttribute('aria-selected');
    await page.evaluate(() => { window.turn = 1; });
    await page.keyboard.press('c');
    await page.waitForSelector('.changed');
    seen.changed = await page.locator('.changed > p').innerText();
    await page.keyboard.press('c');
    await page.waitForFunction(() => document.querySelector('#said').innerText.includes('没有改动'));
    await page.keyboard.press('u');
    seen.overview = await page.locator('#overview').isVisible();
    Object.assign(seen, told, { traces: await traces(page) });
    await close();
    return seen;
  },

  // A file that the page cannot read again, put in once more; a notice; reasons as a file.
  async again() {
    const { page, told, close } = await opened(browser, given);
    const path = join(given.folder, '改稿.docx');
    writeFileSync(path, readFileSync(join(given.folder, 'faulty.docx')));
    await page.setInputFiles('#pick-files', path);
    await checked(page);
    writeFileSync(path, readFileSync(join(given.folder, 'mended.docx')));
    await page.locator('#act-again').click();
    await page.waitForSelector('#again-drop:not([hidden])');
    const seen = { asked: await page.locator('#again-words').innerText() };
    await page.setInputFiles('#pick-again', path);
    await page.waitForSelector('.changed');
    seen.changed = await page.locator('.changed').innerText();
    await dropped(page, '关于召开会议的通知.txt');
    await page.waitForFunction(() => document.querySelector('#said').innerText.includes('当作通知'));
    seen.notice = await said(page);
    await page.waitForFunction(() => !document.querySelector('#paper-profile').textContent.includes('自动识别'));
    seen.profile = await page.locator('#paper-profile').innerText();
    await page.locator('#open-settings').click();
    seen.supports = await page.locator('#settings-supports li').count();
    seen.settings = await saved(page, () => page.locator('#settings-save').click());
    Object.assign(seen, told);
    await close();
    return seen;
  },

  // Why a finding stays is saved as a file, and counts when it is dropped along; what changes before the check is read again.
  async reasons() {
    const { page, close } = await opened(browser, given);
    await dropped(page, 'faulty.docx');
    await checked(page);
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 14);
    for (const key of ['n', 'n', 'n', 'r']) await page.keyboard.press(key);
    await page.keyboard.type('按要求隐去');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 13);
    const seen = { verdict: await page.locator('#paper-verdict').innerText() };
    seen.report = await saved(page, () => page.locator('#act-report').click());
    await page.locator('#open-settings').click();
    seen.file = await saved(page, () => page.locator('#settings-reasons').click());
    await page.locator('#settings .close').click();
    await page.locator('.suppressed .link', { hasText: '还是要改' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 14);
    await close();
    const before = `window.turn = 0; window.showOpenFilePicker = async () => [{ kind: 'file', name: 'faulty.docx', getFile: async () => new File(
      [Uint8Array.from(atob(${JSON.stringify(bytes('faulty.docx'))}), (letter) => letter.charCodeAt(0))], 'faulty.docx', { lastModified: window.turn += 1 }) }];`;
    const other = await opened(browser, given, { before });
    await other.page.setInputFiles('#pick-support', seen.file.path);
    await other.page.waitForFunction(() => document.querySelector('#said').innerText.includes('不改的理由'));
    await other.page.locator('#choose-files').click();
    await checked(other.page);
    await other.page.waitForFunction(() => document.querySelectorAll('.finding').length === 13);
    seen.left = await other.page.locator('.suppressed').innerText();
    seen.said = await said(other.page);
    await other.close();
    return seen;
  },

  async bad() {
    const { page, told, close } = await opened(browser, given);
    await dropped(page, 'a.pdf', 'b.png', 'c.doc', 'd.wps', 'e.docx', 'empty.txt', 'clean.txt', 'clean.txt');
    await page.waitForFunction(() => document.querySelectorAll('.papers tbody tr').length === 7 && !document.querySelector('.papers .pending'));
    await page.waitForTimeout(200);
    const seen = { rows: await page.locator('.papers tbody tr').evaluateAll((rows) => rows.map((row) => [row.cells[0].innerText, row.cells[1].innerText, row.cells[6].innerText])) };
    seen.same = await said(page);
    await page.locator('.papers .link').first().click();
    seen.opened = await page.locator('#paper-verdict').innerText();
    await page.locator('#to-all').click();
    await page.getByRole('button', { name: '警告' }).click();
    seen.sorted = await page.locator('.papers .col-warning').getAttribute('aria-sort');
    await page.locator('.papers .remove').first().click();
    seen.removed = await page.locator('.papers tbody tr').count();
    Object.assign(seen, told);
    await close();
    return seen;
  },

  async many() {
    const { page, told, close } = await opened(browser, given);
    const one = bytes('clean.txt');
    await drop(page, Array.from({ length: 200 }, (_, at) => ({ name: `稿${at}.txt`, bytes: one })));
    await page.waitForSelector('#going-stop:visible');
    const seen = { going: await page.locator('#going-words').innerText() };
    await page.locator('#going-stop').click();
    await page.waitForFunction(() => document.querySelector('#said').innerText.includes('已停止'));
    seen.stopped = await said(page);
    await page.locator('#said .link').click();
    await page.waitForFunction(() => !document.querySelector('.papers .pending') && document.querySelectorAll('.papers tr.checked').length === 200, null, { timeout: 120000 });
    seen.ready = await page.locator('.papers tr.checked').count();
    Object.assign(seen, told);
    await close();
    return seen;
  },

  async crash() {
    const { page, told, close } = await opened(browser, given);
    const one = bytes('clean.txt');
    await drop(page, [{ name: '崩溃.txt', bytes: one }, { name: '好.txt', bytes: one }]);
    await page.waitForFunction(() => document.querySelectorAll('.papers tr.checked').length === 1);
    const seen = { said: await said(page), rows: await page.locator('.papers tbody tr').count() };
    await drop(page, [{ name: '卡住.txt', bytes: one }]);
    await page.waitForSelector('#going-stop:visible');
    await page.locator('#going-stop').click();
    await page.waitForFunction(() => document.querySelector('#said').innerText.includes('已停止'));
    await drop(page, [{ name: '又一份.txt', bytes: one }]);
    await page.waitForFunction(() => document.querySelectorAll('.papers tr.checked').length === 2);
    seen.after = await page.locator('.papers tr.checked').count();
    Object.assign(seen, told);
    await close();
    return seen;
  },

  async privacy() {
    const { page, told, close } = await opened(browser, given);
    await page.locator('#offline').click();
    const seen = { policy: await page.locator('#policy').innerText(), console: told.console.length };
    await page.locator('#privacy-try').click();
    await page.waitForSelector('#tried li');
    seen.tried = await page.locator('#tried').innerText();
    await page.waitForTimeout(300);
    seen.requests = told.requests.filter((url) => !url.startsWith('file:'));
    seen.refused = told.refused;
    await close();
    return seen;
  },

  async print() {
    const { page, close } = await opened(browser, given);
    await dropped(page, 'faulty.docx');
    await checked(page);
    const path = join(given.folder, 'printed.pdf');
    await page.pdf({ path, preferCSSPageSize: true });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const seen = { path };
    for (const [name, selector] of Object.entries({ details: '.finding .details', bar: '.bar', acts: '#paper-acts', text: '.passage .line', matrix: '.matrix' })) {
      seen[name] = await page.locator(`${selector} >> visible=true`).count();
    }
    await close();
    return seen;
  },

  async axe() {
    const seen = {};
    for (const width of [390, 768, 1280, 1920]) {
      for (const dark of [false, true]) {
        const { page, close } = await opened(browser, given, { width, height: 900, dark, bypass: true });
        await page.addScriptTag({ path: AXE });
        const look = async (where) => { seen[`${width} ${dark ? 'dark' : 'light'} ${where}`] = await barriers(page); };
        await look('start');
        await dropped(page, 'faulty.docx');
        await checked(page);
        await page.waitForFunction(() => document.querySelectorAll('.finding').length === 14);
        await page.keyboard.press('n');
        await look('findings');
        for (const key of width === 390 || width === 1280 ? ['1', '2', '4', '5'] : ['2']) { await page.keyboard.press(key); await look(`tab ${key}`); }
        await dropped(page, 'clean.txt', 'a.pdf');
        await page.waitForFunction(() => document.querySelectorAll('.papers tbody tr').length === 3 && !document.querySelector('.papers .pending'));
        await look('overview');
        seen[`${width} ${dark} scroll`] = await page.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []));
        if (width === 1280) {
          for (const id of ['offline', 'open-settings', 'open-keys']) { await page.locator(`#${id}`).click(); await look(id); await page.keyboard.press('Escape'); }
        }
        await close();
      }
    }
    return seen;
  },
};

async function barriers(page) {
  const { violations } = await page.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' ')}`);
}

const all = {};
for (const name of given.walks ?? Object.keys(WALKS)) {
  try { all[name] = await WALKS[name](); } catch (error) { all[name] = { error: String(error.stack) }; }
}
await browser.close();
process.stdout.write(JSON.stringify(all), () => process.exit());
