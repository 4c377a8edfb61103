// The correspondence of one paper: which parts answer which, from the JSON of `outline` and `matrix`.
const WEAK_SCORE = 0.4;
const LONGEST_TITLE = 60;

class Links {
  constructor(paper) {
    const told = paper.answer?.matrix ?? { links: [], uncovered: [] };
    this.nodes = new Map(paper.nodes.map((node) => [node.id, node]));
    this.links = told.links.filter((link) => this.nodes.has(link.from) && this.nodes.has(link.to));
    this.isCompared = told.applicable ?? Boolean(told.links.length || told.uncovered.length);
    this.uncovered = new Set(told.uncovered.map(({ node, kind }) => `${node} ${kind}`));
    this.loose = new Set(told.uncovered.map(({ node }) => node));
  }

  of(kind) { return [...this.nodes.values()].filter((node) => node.kind === kind); }

  leaving(node, kind) { return this.links.filter((link) => link.from === node.id && link.kind === kind); }

  isUncovered(node, kind) { return this.uncovered.has(`${node.id} ${kind}`); }

  isWeak(link) { return link.score < WEAK_SCORE; }

  /** The ids of everything linked with a part directly. */
  around(id) {
    return new Set(this.links.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  }
}

/** A part's ordinal and title. */
function titleOf(node) {
  return shortened(safe((node.ordinal ?? "") + node.title), LONGEST_TITLE);
}
