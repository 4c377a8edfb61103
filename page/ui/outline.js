// The structure of a paper as a tree, each part with what is still to be done in it.
class OutlineView {
  /** `open(node)`: show a part in the text. */
  constructor(place, open) {
    this.place = place;
    this.open = open;
  }

  /** Shows a paper's parts, a part after the other: there may be hundreds. */
  async show(paper) {
    this.paper = paper;
    const tree = make("div", { class: "tree" });
    this.place.replaceChildren(make("p", { class: "aside hint" }, say(paper.nodes.length ? "outline-told" : "outline-empty")), tree);
    this.counts = openByNode(paper);
    const items = new Map([[null, tree]]);
    await inSlices(paper.nodes, (node) => {
      const above = items.get(node.parent) ?? tree;
      const item = this.branch(node);
      items.set(node.id, item);
      (above.querySelector(":scope > ul") ?? above.appendChild(make("ul"))).append(item);
    }, () => this.paper === paper);
  }

  branch(node) {
    const notes = [hasWords(`kind-${node.kind}`) ? say(`kind-${node.kind}`) : node.kind];
    if (node.examples.length) notes.push(say("examples", { count: node.examples.length }));
    const found = make("span", { class: "found", data: { node: node.id } }, foundWords(this.counts.get(node.id)));
    return make("li", { class: node.kind }, make("span", { class: "part" },
      button(titleOf(node), () => this.open(node), { class: "link", lang: "zh-CN" }), " ",
      make("span", { class: "note" }, notes.join(say("list-comma"))), " ", found));
  }

  /** Says at each part how much is still to be done in it. */
  count() {
    this.counts = openByNode(this.paper);
    for (const found of this.place.querySelectorAll(".found")) found.textContent = foundWords(this.counts.get(found.dataset.node));
  }
}

function foundWords(count) {
  return count ? say("found-here", { count }) : "";
}

/** How many findings nobody has dealt with stand in each part, by its id. */
function openByNode(paper) {
  const nodes = [...paper.nodes].sort((one, other) => one.location.offset - other.location.offset);
  const parents = new Map(nodes.map((node) => [node.id, node.parent]));
  const counts = new Map();
  paper.todo.forEach((finding, at) => {
    if (paper.isDone(at)) return;
    let holder = nodes[lastUpTo(nodes, finding.location.offset)]?.id;
    for (; holder; holder = parents.get(holder)) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  });
  return counts;
}

/** The position of the last part that starts at an offset or before; -1 where there is none. */
function lastUpTo(nodes, offset) {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle].location.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
