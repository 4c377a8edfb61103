// Long work is done in slices, so that the page answers in between.
const SLICE_MS = 8;

/** Lets the browser draw and listen. */
function breath() {
  return new Promise((resolve) => { setTimeout(resolve); });
}

/** Does `act` for each item; false where `still` said in between that nobody wants the rest. */
async function inSlices(items, act, still = () => true) {
  let since = performance.now();
  for (const item of items) {
    act(item);
    if (performance.now() - since < SLICE_MS) continue;
    await breath();
    if (!still()) return false;
    since = performance.now();
  }
  return true;
}
