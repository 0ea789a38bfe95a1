import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attributes, Board, Box, ElementKindId, Id, Point, RelationKindId, StateId } from '#shared/board/model.ts';
import type { Detail } from '#shared/drawing/mark.ts';
import type { ArrangeMode } from '#shared/layout/arrange-mode.ts';

/** What the pointer does next. */
export type Tool =
  | { readonly tool: 'select' }
  | { readonly tool: 'hand' }
  | { readonly tool: 'place'; readonly kind: ElementKindId }
  | { readonly tool: 'zone' }
  | { readonly tool: 'frame' }
  | { readonly tool: 'relate'; readonly kind: RelationKindId | null }
  | { readonly tool: 'friction'; readonly friction: string | null };

export type Panel = 'inspector' | 'board' | 'legend' | 'prompts' | 'minimap';

/** The drawing, the outline of sentences, or both side by side. */
export type Look = 'canvas' | 'outline' | 'both';

/** One question put to the drawing: what answers it is lit, the rest is dimmed. */
export type Lens =
  | { readonly lens: 'money' }
  | { readonly lens: 'ownership' }
  | { readonly lens: 'scope' }
  | { readonly lens: 'vacancy' }
  | { readonly lens: 'capability'; readonly cap: string | null }
  | { readonly lens: 'tiger'; readonly id: Id };

/** Another board under this one: the same at another time or in another state. */
export interface Comparison {
  readonly before: Board;
  /** What `before` is: "Version of 12 May", "Target". */
  readonly title: string;
  /** Only where things were, also what changed, or what somebody proposes and is not yet in. */
  readonly as: 'ghosts' | 'changes' | 'proposed';
}

/** Attributes and size that one element can take over from another; nothing that says who or how many. */
export interface ElementStyle {
  readonly attributes: Attributes;
  readonly w: number;
  readonly h: number;
}

/** Where things would go, and what is written beside their places when it is applied. */
export interface LayoutPreview {
  readonly title: string;
  readonly boxes: ReadonlyMap<Id, Box>;
  /** How reports stand from then on; `null` is automatic. */
  readonly arrange: ReadonlyMap<Id, ArrangeMode | null>;
  /** A second line: what to know before applying it. */
  readonly note?: string;
}

/** A dialog or floating chooser over the board; one at a time. */
export type Overlay =
  | { readonly type: 'none' }
  | { readonly type: 'commands' }
  | { readonly type: 'find' }
  | { readonly type: 'shortcuts' }
  | { readonly type: 'export' }
  | { readonly type: 'share' }
  | { readonly type: 'import'; readonly text?: string; readonly file?: File }
  | { readonly type: 'templates' }
  | { readonly type: 'link'; readonly id: Id }
  | { readonly type: 'connect'; readonly from: Id; readonly to?: Id }
  | { readonly type: 'move-under'; readonly id: Id; readonly as: 'report' | 'sits-in' }
  | { readonly type: 'set-value' }
  | { readonly type: 'context-menu'; readonly at: Point; readonly board: Point; readonly on: Id | null }
  | { readonly type: 'friction-chooser'; readonly at: Point; readonly id: Id }
  | { readonly type: 'relation-chooser'; readonly at: Point; readonly from: Id; readonly to: Id };

/** State of this window only; nothing here is shared or saved with the board. */
export interface UiState {
  readonly tool: Tool;
  /** Stay in the tool after one use (key Q). */
  readonly keepTool: boolean;
  /** Ids of elements, relations, overlays and frames. */
  readonly selection: ReadonlySet<Id>;
  readonly hovered: Id | null;
  /** Whose name is being edited on the canvas, and with which first text (typing starts an edit); `null` when nobody's. */
  readonly editing: { readonly id: Id; readonly initial: string | null } | null;
  /** A drag of mine: new positions, not yet written. */
  readonly drag: ReadonlyMap<Id, Point> | null;
  /** An animated layout in progress: positions now. */
  readonly morph: ReadonlyMap<Id, Box> | null;
  /** Where a dragged box would be re-reported to or dropped into. */
  readonly dropTarget: { readonly id: Id; readonly as: 'report' | 'sits-in' } | null;
  readonly zoom: number;
  readonly detail: Detail;
  readonly overlay: Overlay;
  readonly closedPanels: ReadonlySet<Panel>;
  /** Everything that floats is hidden (Ctrl .). */
  readonly quiet: boolean;
  readonly singleKeys: boolean;
  readonly snapping: boolean;
  readonly hiddenRelations: ReadonlySet<RelationKindId>;
  /** Awareness client id of the person I follow. */
  readonly following: number | null;
  readonly look: Look;
  /** What is docked at the right instead of the details. */
  readonly dock: 'history' | 'frames' | 'comments' | null;
  readonly lens: Lens | null;
  /** The head of the branch that is looked at alone; the rest is dimmed. */
  readonly branch: Id | null;
  /** Lit by a list that is pointed at (a change, a search hit); `null` when nothing dims. */
  readonly lit: ReadonlySet<Id> | null;
  readonly comparison: Comparison | null;
  /** The state of the board that lies under the one shown, as ghosts. */
  readonly ghosts: StateId | null;
  /** The board is on a full screen, frame by frame: nothing that belongs to drawing shows. */
  readonly presenting: boolean;
  /** Heads that this window alone shows folded though they are open, or open though they are folded. */
  readonly folds: ReadonlySet<Id>;
  /** The tracing layer that is selected; it is never part of `selection`. */
  readonly tracing: Id | null;
  /** What an element looks like, copied to be given to others. */
  readonly style: ElementStyle | null;
  /** A layout that is shown but not yet written; `morph` shows its boxes. */
  readonly preview: LayoutPreview | null;
  /** A tree is laid out again with every change to it, in the same step. */
  readonly keepsTidy: boolean;
  /** A sentence for the live region of screen readers. */
  readonly announcement: string;
}

export const INITIAL_UI: UiState = Object.freeze({
  tool: { tool: 'select' as const },
  keepTool: false,
  selection: new Set<Id>(),
  hovered: null,
  editing: null,
  drag: null,
  morph: null,
  dropTarget: null,
  zoom: 1,
  detail: 3 as Detail,
  overlay: { type: 'none' as const },
  closedPanels: new Set<Panel>(),
  quiet: false,
  singleKeys: true,
  snapping: true,
  hiddenRelations: new Set<RelationKindId>(),
  following: null,
  look: 'canvas' as const,
  dock: null,
  lens: null,
  branch: null,
  lit: null,
  comparison: null,
  ghosts: null,
  presenting: false,
  folds: new Set<Id>(),
  tracing: null,
  style: null,
  preview: null,
  keepsTidy: false,
  announcement: '',
});

export type UiStore = StoreApi<UiState>;

export const createUiStore = (initial: Partial<UiState> = {}): UiStore =>
  createStore<UiState>()(() => ({ ...INITIAL_UI, ...initial }));
