/** Nodes of one tree in document order, kept so while the page changes around them. */
import { positionOf } from './dom.ts';

const FOLLOWING = 4;

export class SortedNodes<N extends Node> {
  #nodes: N[] = [];
  readonly #has = new Set<N>();
  /** nodes that may no longer stand where they stood */
  readonly #moved = new Set<N>();

  /** Adds a node that stands after all others. */
  append(node: N): void {
    if (this.#has.has(node)) return;
    this.#has.add(node);
    this.#nodes.push(node);
  }

  /** Adds a node wherever it stands. */
  insert(node: N): void {
    if (this.#has.has(node)) return;
    this.#has.add(node);
    let from = 0;
    let to = this.#nodes.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = this.#nodes[middle];
      if (other && (positionOf(other, node) & FOLLOWING) !== 0) from = middle + 1;
      else to = middle;
    }
    this.#nodes.splice(from, 0, node);
  }

  has(node: N): boolean {
    return this.#has.has(node);
  }

  delete(node: N): void {
    if (this.#has.delete(node)) this.#moved.add(node);
  }

  /** Takes out everything that was deleted since, and what is no longer there. Before anything is inserted again. */
  settle(isThere: (node: N) => boolean): void {
    this.#nodes = this.#nodes.filter((node) => {
      const stays = !this.#moved.has(node) && isThere(node);
      if (!stays) this.#has.delete(node);
      return stays;
    });
    this.#moved.clear();
  }

  get size(): number {
    return this.#has.size;
  }

  all(): readonly N[] {
    return this.#nodes;
  }
}
