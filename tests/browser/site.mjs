// Opens pages of the documentation from the disk in Chromium, searches, and prints as JSON what was seen.
// node site.mjs CHROMIUM SITE   (playwright-core and axe-core from NODE_PATH)
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const [executablePath, site] = process.argv.slice(2);
const PAGES = ['index.html', 'start.zh.html', 'rules/index.html', 'rules/EXA101.html', 'formats.html', 'editors.html'];
const QUERIES = ['对应关系', '整改措施', '批注', '不能上网', 'EXA101', 'suppression'];
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--allow-file-access-from-files=false'],
});
const told = { console: [], requests: [], wide: [], axe: [], found: {}, lang: {} };

function listen(page) {
  page.on('console', (message) => told.console.push(message.text()));
  page.on('pageerror', (error) => told.console.push(String(error)));
  page.on('request', (request) => { if (!/^(file|data|blob|about):/.test(request.url())) told.requests.push(request.url()); });
}

async function barriers(page, name) {
  const { violations } = await page.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.slice(0, 2).map((node) => node.html.slice(0, 200)).join(' ')}`);
}

async function search(page, query) {
  const box = page.locator('.md-search__input');
  await box.click();
  await page.keyboard.insertText(query);
  // The search listens for keys; whoever types Chinese ends with one.
  await page.keyboard.press('End');
  await page.locator('.md-search-result__item').first().waitFor({ timeout: 15000 }).catch(() => undefined);
  await page.waitForTimeout(300);
  const found = await page.locator('.md-search-result__item > .md-search-result__link').evaluateAll((links) => links.map((link) => ({
    href: link.getAttribute('href'), text: link.innerText,
  })));
  await page.locator('.md-search__form [type=reset]').click();
  await page.keyboard.press('Escape');
  return found;
}

for (const [width, colorScheme] of [[390, 'light'], [1280, 'light'], [390, 'dark'], [1280, 'dark']]) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  listen(page);
  for (const name of PAGES) {
    await page.goto(`${pathToFileURL(site).href}/${name}`);
    await page.waitForTimeout(200);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) told.wide.push(`${width} ${name}`);
    told.lang[name] = await page.evaluate(() => document.querySelector('.md-content').closest('[lang]').lang);
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
    told.axe.push(...await barriers(page, `${width} ${colorScheme} ${name}`));
  }
  if (width === 1280 && colorScheme === 'light') {
    await page.goto(`${pathToFileURL(site).href}/index.html`);
    for (const query of QUERIES) told.found[query] = await search(page, query);
  }
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(told));
