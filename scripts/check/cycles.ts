export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Roads that lead back to where they began, each as `[a, b, …, a]`; none exactly when the graph has no cycle. */
export function findCycles(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const left = new Set<string>();
  const road: string[] = [];
  const visit = (node: string): void => {
    const start = road.indexOf(node);
    if (start >= 0) cycles.push([...road.slice(start), node]);
    if (start >= 0 || left.has(node)) return;
    road.push(node);
    for (const next of graph.get(node) ?? []) visit(next);
    road.pop();
    left.add(node);
  };
  for (const node of graph.keys()) visit(node);
  return cycles;
}

/** The graph of the pairs given. */
export function graphOf(pairs: Iterable<readonly [from: string, to: string]>): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const targets = graph.get(from) ?? new Set<string>();
    graph.set(from, targets.add(to));
  }
  return graph;
}
