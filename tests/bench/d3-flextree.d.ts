/** What the layout benchmark uses of `d3-flextree`, which comes without types. */
declare module 'd3-flextree' {
  interface FlexNode<T> {
    readonly data: T;
    readonly x: number;
    readonly y: number;
    each(visit: (node: FlexNode<T>) => void): void;
  }
  interface Flextree<T> {
    (tree: FlexNode<T>): FlexNode<T>;
    hierarchy(data: T): FlexNode<T>;
  }
  export function flextree<T>(options: { readonly nodeSize: (node: FlexNode<T>) => [number, number] }): Flextree<T>;
}
