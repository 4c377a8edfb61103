// The ways in: dropping anywhere on the page, the buttons, and the file fields behind them.
class Intake {
  /** `take(found)`: what to do with what came in. */
  constructor(take) {
    this.take = take;
    /** A draft whose new version is asked for: the next single file is taken for it. */
    this.expected = null;
    this.deep = 0;
    document.addEventListener("dragenter", (event) => this.over(event, 1));
    document.addEventListener("dragleave", (event) => this.over(event, -1));
    document.addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
    document.addEventListener("drop", (event) => this.drop(event));
    for (const id of ["choose-files", "add-files"]) byId(id).addEventListener("click", () => this.choose(false));
    byId("choose-folder").addEventListener("click", () => this.choose(true));
    byId("choose-support").addEventListener("click", () => byId("pick-support").click());
    byId("again-choose").addEventListener("click", () => byId("pick-again").click());
    for (const field of document.querySelectorAll("input[type=file]")) field.addEventListener("change", () => this.picked(field));
  }

  over(event, by) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.deep = Math.max(0, this.deep + by);
    document.body.classList.toggle("dropping", this.deep > 0);
  }

  async drop(event) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.deep = 0;
    document.body.classList.remove("dropping");
    this.give(await dropped(event.dataTransfer));
  }

  /** The browser's own window where it gives handles that can be read again, else a file field. */
  async choose(folder) {
    const able = folder ? window.showDirectoryPicker : window.showOpenFilePicker;
    const found = able ? await picked(folder) : null;
    if (found) this.give(found);
    else byId(folder ? "pick-folder" : "pick-files").click();
  }

  picked(field) {
    const found = chosen(field.files);
    field.value = "";
    if (field.id === "pick-again") found.paper = this.expected;
    found.toCheckBy = field.id === "pick-support";
    this.give(found);
  }

  give(found) {
    const only = found.sources.length === 1 && this.expected;
    this.take(only && found.sources[0].name === only.name ? { ...found, paper: only } : found);
  }
}

function hasFiles(event) {
  return Boolean(event.dataTransfer) && [...event.dataTransfer.types].includes("Files");
}
