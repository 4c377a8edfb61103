
"use strict";
// Sorts and filters the tables, and leads from a passage to its twin. Everything can be read without it.
for (const table of document.querySelectorAll("table[data-shown]")) {
  const rows = [...table.tBodies[0].rows];
  const words = table.dataset;
  const value = (row, at) => row.cells[at].dataset.value ?? row.cells[at].textContent;
  const compare = (at) => (a, b) => {
    const [one, other] = [value(a, at), value(b, at)];
    const numbers = one !== "" && other !== "" && !isNaN(one) && !isNaN(other);
    return numbers ? one - other : one.localeCompare(other, "zh");
  };
  [...table.tHead.rows[0].cells].forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = words.sort;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort(compare(at));
      if (down) rows.reverse();
      table.tBodies[0].append(...rows);
    });
  });

  const controls = document.createElement("div");
  controls.className = "controls";
  const made = {};
  const control = (name, type, shown) => {
    if (!shown) return;
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = type;
    if (type === "number") Object.assign(input, { min: 0, max: 100, step: 5 });
    label.append(type === "checkbox" ? input : words[name], type === "checkbox" ? words[name] : input);
    controls.append(label);
    made[name] = input;
    input.addEventListener("input", filter);
  };
  const told = document.createElement("output");
  function filter() {
    const wanted = made.filter.value.trim().toLowerCase();
    const least = made.least ? Number(made.least.value) / 100 : 0;
    let count = 0;
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(wanted)
        && !(least > 0 && Number(row.dataset.score) < least)
        && !(made.past?.checked && row.dataset.past === undefined);
      row.hidden = !fits;
      count += fits;
      const own = row.dataset.about && document.getElementById(row.dataset.about);
      if (own) own.hidden = !fits;
    }
    told.textContent = words.shown.replace(/[09]/g, (digit) => (digit === "0" ? count : rows.length));
  }
  control("filter", "search", true);
  control("least", "number", rows.some((row) => row.dataset.score !== undefined));
  control("past", "checkbox", rows.some((row) => row.dataset.past !== undefined));
  controls.append(told);
  table.parentElement.before(controls);
  filter();
}
for (const twin of document.querySelectorAll(".twin")) {
  const sides = [...twin.querySelectorAll(".side")];
  sides.forEach((side, at) => side.addEventListener("click", () => {
    if (String(getSelection())) return;
    document.querySelector(".twin.current")?.classList.remove("current");
    twin.classList.add("current");
    sides[1 - at].scrollIntoView({ block: "nearest" });
    sides[1 - at].focus({ preventScroll: true });
  }));
}
