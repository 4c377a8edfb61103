// The structure of a paper as a tree, each part with what is still to be done in it.
class OutlineView {
  /** `open(node)`: show a part in the text. */
  constructor(place, open) {
    this.place = place;
    this.open = open;
  }

  show(paper) {
    this.paper = paper;
    this.children = new Map();
    for (const node of paper.nodes) {
      if (!this.children.has(node.parent)) this.children.set(node.parent, []);
      this.children.get(node.parent).push(node);
    }
    const tree = this.under(null);
    this.place.replaceChildren(...(tree
      ? [make("p", { class: "aside" }, say("outline-told")), make("div", { class: "tree" }, tree)]
      : [make("p", { class: "aside" }, say("outline-empty"))]));
    this.count();
  }

  under(parent) {
    const children = this.children.get(parent);
    return children ? make("ul", {}, children.map((node) => this.branch(node))) : null;
  }

  branch(node) {
    const notes = [hasWords(`kind-${node.kind}`) ? say(`kind-${node.kind}`) : node.kind];
    if (node.examples.length) notes.push(say("examples", { count: node.examples.length }));
    const found = make("span", { class: "found", data: { node: node.id } });
    return make("li", { class: node.kind }, make("span", { class: "part" },
      button(titleOf(node), () => this.open(node), { class: "link", lang: "zh-CN" }), " ",
      make("span", { class: "note" }, notes.join(say("list-comma"))), " ", found), this.under(node.id));
  }

  /** Says at each part how much is still to be done in it. */
  count() {
    const counts = openByNode(this.paper);
    for (const found of this.place.querySelectorAll(".found")) {
      const count = counts.get(found.dataset.node) ?? 0;
      found.textContent = count ? say("found-here", { count }) : "";
    }
  }
}

/** How many findings nobody has dealt with stand in each part, by its id. */
function openByNode(paper) {
  const { nodes } = paper;
  const parents = new Map(nodes.map((node) => [node.id, node.parent]));
  const counts = new Map();
  paper.todo.forEach((finding, at) => {
    if (paper.isDone(at)) return;
    let holder = null;
    for (const node of nodes) if (node.location.offset <= finding.location.offset) holder = node.id;
    for (; holder; holder = parents.get(holder)) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  });
  return counts;
}
