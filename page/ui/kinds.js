// What was put in: a draft, or something to check by. What a file is really, docklint says once it has read it.
const DRAFT_ENDINGS = ["docx", "docm", "txt", "md"];
const LARGEST_MB = 100;

/** The ending of a name, in lower case; empty where there is none. */
function ending(name) {
  const found = /\.([^.\/]+)$/.exec(name);
  return found ? found[1].toLowerCase() : "";
}

/** Whether a file in a folder is worth taking; what Word leaves behind (~$…) and hidden files are not. */
function isWorthTaking(name) {
  return !/^(~\$|\.)/.test(name) && (DRAFT_ENDINGS.includes(ending(name)) || ending(name) === "toml");
}

/** Whether a file is something to check by: a file called a notice is one, until docklint or a person says otherwise. */
function isSupport(source) {
  const kind = ending(source.name);
  return kind === "toml" || kind === "json" || (/通知/.test(source.name) && DRAFT_ENDINGS.includes(kind));
}

/** One sentence why a file is not even read, or empty. */
function refusal(source, limit) {
  const size = source.file.size / 2 ** 20;
  return size > limit ? say("too-large", { size: Math.round(size), limit }) : "";
}
