/** How items are to be arranged, where the grammar leaves a choice. */
export interface ArrangeOptions {
  /** Inside a container space is tighter and boxes without lines form a grid. */
  readonly inside: boolean;
  /** Platforms stand under their owners, never on a shelf at the right. */
  readonly platformsBelow?: boolean;
  /** More room between the rows, for a drawing that would be a ribbon. */
  readonly airy?: boolean;
  /** Teams of three and more hang in stacks. */
  readonly stacked?: boolean;
  /** Boxes without lines stand in one row when they are not too many. */
  readonly row?: boolean;
  /** So much wider than what is over them rows may be before they break. */
  readonly wide?: number;
  /** Platforms stand on a shelf at the right. */
  readonly shelf?: boolean;
  /** Functions and platforms stand in the same rows. */
  readonly together?: boolean;
  /** Cards stand at the right. */
  readonly cardsBeside?: boolean;
}
