// The beginning. Comes last by its name: everything it needs is there.
const NEEDED = {
  dialog: () => window.HTMLDialogElement && HTMLDialogElement.prototype.showModal,
  arrayBuffer: () => Blob.prototype.arrayBuffer,
};

// What this browser has not and should have, the engine's needs among them.
function lacking() {
  return [...Engine.lacks(), ...Object.keys(NEEDED).filter((name) => !NEEDED[name]())];
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
