// Names for what the theme leaves without: who has the page read aloud hears what a part is.
const english = document.querySelector('.md-content[lang=en]');
document.querySelector('.md-search')?.setAttribute('aria-label', '搜索');
function named() {
  document.querySelectorAll('nav.md-code__nav:not([aria-label])').forEach((nav) => {
    const number = document.querySelectorAll('nav.md-code__nav[aria-label]').length + 1;
    nav.setAttribute('aria-label', english ? `Example ${number}` : `示例 ${number}`);
  });
}
named();
new MutationObserver(named).observe(document.body, { childList: true, subtree: true });
