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
  await look.goto(pathToFileURL(page).href);
  await look.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const { violations } = await look.evaluate(() => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  told.axe = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
  seen.push(told);
  await context.close();
  await strict.close();
}
await browser.close();
process.stdout.write(JSON.stringify(seen));
