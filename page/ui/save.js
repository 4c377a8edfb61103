// Files that are saved, and the list that is copied. All of it is made in memory; nothing is kept.
const TYPES = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", html: "text/html", json: "application/json", toml: "text/plain" };

/** Has the browser save a file. `data`: text or bytes. */
function saveFile(name, data) {
  const blob = new Blob([data], { type: TYPES[ending(name)] ?? "application/octet-stream" });
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Copies words; the old way where there is no clipboard to be had. Returns whether it worked. */
async function copyWords(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const area = make("textarea", { class: "unseen" });
    area.value = words;
    document.body.append(area);
    area.select();
    const worked = document.execCommand("copy");
    area.remove();
    return worked;
  }
}

/** The findings that a list shows, in its order, as words. */
function listWords(list) {
  const { paper } = list;
  const lines = list.shown.map((at) => findingLine(paper.todo[at], at + 1));
  const left = paper.suppressed.map((finding) => `${say("suppressed")} ${placeWords(finding.location)}  ${finding.message} (${finding.code}) ${say("leave-reason")}${say("colon")}${finding.suppressed.reason}`);
  return { count: lines.length, words: `${[...lines, ...left].join("\n")}\n` };
}
