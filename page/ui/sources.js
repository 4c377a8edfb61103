// Where files come from: dropped, chosen, or read again. A source is {name, path, file, handle}; a handle may be null.
const MOST_FILES = 2000;
const DEEPEST = 12;

/** The sources of a drop; all handles are asked for at once, since the browser forgets the drop afterwards. */
async function dropped(transfer) {
  const asked = [...transfer.items].filter((item) => item.kind === "file").map((item) => ({
    handle: item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : null,
    entry: item.webkitGetAsEntry ? item.webkitGetAsEntry() : null,
    file: item.getAsFile(),
  }));
  const found = { sources: [], over: 0 };
  for (const { handle, entry, file } of asked) {
    const real = await handle;
    if (real) await ofHandle(real, "", found, 0);
    else if (entry && entry.isDirectory) await ofEntry(entry, "", found, 0);
    else if (file) found.sources.push({ name: file.name, path: file.name, file, handle: null });
  }
  return found;
}

/** The sources of a file field. */
function chosen(files) {
  const found = { sources: [], over: 0 };
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (file.webkitRelativePath && !isWorthTaking(file.name)) found.over += 1;
    else found.sources.push({ name: file.name, path, file, handle: null });
  }
  return found;
}

/** The sources a person picks with the browser's own window that can be read again; null where there is none. */
async function picked(folder) {
  const found = { sources: [], over: 0 };
  try {
    if (folder) await ofHandle(await window.showDirectoryPicker(), "", found, 0);
    else for (const handle of await window.showOpenFilePicker({ multiple: true })) await ofHandle(handle, "", found, 0);
  } catch (error) {
    return error.name === "AbortError" ? found : null;
  }
  return found;
}

async function ofHandle(handle, above, found, deep) {
  if (handle.kind === "file") {
    if (deep && !isWorthTaking(handle.name)) { found.over += 1; return; }
    if (found.sources.length >= MOST_FILES) return;
    try {
      const file = await handle.getFile();
      found.sources.push({ name: handle.name, path: above + handle.name, file, handle });
    } catch { found.over += 1; }
    return;
  }
  if (deep > DEEPEST) return;
  for await (const inner of handle.values()) await ofHandle(inner, `${above}${handle.name}/`, found, deep + 1);
}

async function ofEntry(entry, above, found, deep) {
  if (entry.isFile) {
    if (!isWorthTaking(entry.name)) { found.over += 1; return; }
    if (found.sources.length >= MOST_FILES) return;
    try {
      const file = await new Promise((resolve, reject) => { entry.file(resolve, reject); });
      found.sources.push({ name: entry.name, path: above + entry.name, file, handle: null });
    } catch { found.over += 1; }
    return;
  }
  if (deep > DEEPEST) return;
  const reader = entry.createReader();
  for (;;) {
    const inner = await new Promise((resolve) => { reader.readEntries(resolve, () => resolve([])); });
    if (!inner.length) return;
    for (const each of inner) await ofEntry(each, `${above}${entry.name}/`, found, deep + 1);
  }
}

/** Reads a source as it is now: {bytes, changed}. Throws where the browser refuses and there is no handle. */
async function readNow(source) {
  const since = source.file.lastModified;
  if (source.handle) source.file = await source.handle.getFile();
  const bytes = await source.file.arrayBuffer();
  return { bytes, changed: source.file.lastModified !== since };
}

/** What tells one content from another. */
async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
