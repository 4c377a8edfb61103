// Opens a page in Chromium at the widths given and prints as JSON what went wrong.
// node look.mjs CHROMIUM PAGE WIDTH...   (playwright-core and axe-core from NODE_PATH)
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const [executablePath, page, ...widths] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const seen = [];

async function barriers(look) {
  const { violations } = await look.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
}

// The list of the first draft as a person uses it: filter, order, tick, copy, and what is left of it after a reload.
async function used(plain) {
  const list = plain.locator('.findings.main').first();
  const tools = plain.locator('.tools').first();
  const items = list.locator('> li:not(.group)');
  const told = { all: await items.count() };
  for (const other of ['warning', 'info']) {
    const box = tools.locator(`input[value=${other}]`);
    if (await box.count()) await box.uncheck();
  }
  told.errors = await list.locator('> li.error:visible').count();
  told.hidden = await list.locator('> li:not(.group)[hidden]').count();
  for (const box of await tools.locator('.severities input').all()) await box.check();
  await tools.locator('input[value=rule]').check();
  told.codes = await items.evaluateAll((all) => all.map((item) => item.dataset.code));
  told.groups = await list.locator('> .group:visible').count();
  await tools.locator('input[value=place]').check();
  await list.locator('.done').first().check();
  told.progress = await plain.locator('.progress').first().textContent();
  // Where there is no clipboard to be had the old way is taken; either way the words are these.
  await plain.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (words) => { window.copied = words; return Promise.resolve(); } } });
  });
  await tools.locator('.copy').click();
  told.copied = await plain.evaluate(() => window.copied);
  await plain.reload();
  told.after = await plain.evaluate(() => [document.querySelector('.done').checked, localStorage.length]);
  return told;
}

async function unscripted(browser, width) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: false });
  const bare = await context.newPage();
  await bare.goto(pathToFileURL(page).href);
  const told = {
    tools: await bare.locator('.tools:visible').count(),
    findings: await bare.locator('.findings.main').first().locator('> li:visible').count(),
    text: await bare.locator('.passage').first().isVisible(),
    picture: await bare.locator('.picture svg').first().isVisible(),
  };
  await context.close();
  return told;
}
for (const width of widths) {
  // The page's own policy forbids scripts; axe is let in from outside.
  const context = await browser.newContext({ viewport: { width: Number(width), height: 844 }, bypassCSP: true });
  const strict = await browser.newContext({ viewport: { width: Number(width), height: 844 } });
  const [look, plain] = [await context.newPage(), await strict.newPage()];
  const told = { width: Number(width), console: [], requests: [], dialogs: 0 };
  plain.on('console', (message) => told.console.push(message.text()));
  plain.on('pageerror', (error) => told.console.push(String(error)));
  plain.on('request', (request) => told.requests.push(request.url()));
  plain.on('dialog', (dialog) => { told.dialogs += 1; return dialog.dismiss(); });
  await plain.goto(pathToFileURL(page).href);
  told.scrollWidth = await plain.evaluate(() => document.documentElement.scrollWidth);
  told.font = await plain.evaluate(() => getComputedStyle(document.querySelector('.passage')).lineHeight);
  told.background = await plain.evaluate(() => getComputedStyle(document.body).backgroundColor);
  told.lines = await plain.evaluate(() => [...document.querySelectorAll('.words')].map((line) => {
    const copy = line.cloneNode(true);
    copy.querySelectorAll('.number').forEach((number) => number.remove());
    return copy.textContent;
  }));
  told.scripts = await plain.evaluate(() => document.querySelectorAll('script, img, iframe, [onerror], [onclick]').length);
  const links = plain.locator('.passage a.number');
  told.links = await links.count();
  if (told.links) {
    await links.first().click();
    told.there = await plain.evaluate(() => [location.hash, document.querySelector(':target')?.tagName]);
    await plain.locator(':target .where a').click();
    told.back = await plain.evaluate(() => [location.hash, document.querySelector(':target')?.tagName]);
  }
  told.list = await used(plain);
  told.unscripted = await unscripted(browser, Number(width));
  await look.goto(pathToFileURL(page).href);
  await look.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  told.axe = await barriers(look);
  await look.emulateMedia({ colorScheme: 'dark' });
  told.dark = await barriers(look);
  seen.push(told);
  await context.close();
  await strict.close();
}
await browser.close();
process.stdout.write(JSON.stringify(seen));
