// The beginning. Comes last by its name: everything it needs is there.
const NEEDED = {
  WebAssembly: () => window.WebAssembly,
  Worker: () => window.Worker,
  DecompressionStream: () => window.DecompressionStream,
  dialog: () => window.HTMLDialogElement && HTMLDialogElement.prototype.showModal,
  arrayBuffer: () => Blob.prototype.arrayBuffer,
};

function lacking() {
  return Object.keys(NEEDED).filter((name) => !NEEDED[name]());
}

(function start() {
  const what = lacking();
  const old = document.getElementById("old");
  if (what.length) {
    old.textContent = say("too-old", { what: what.join(say("list-comma")) });
    return;
  }
  old.remove();
  byId("app").hidden = false;
  new Page();
}());
