import type {
  Attributes,
  BoardMeta,
  ElementKindId,
  FrictionStatus,
  Id,
  RelationKindId,
  StateId,
  ZoneKind,
} from './model.ts';

/** The board file, as `docs/board-file.md` describes it. What is left out has the default named there. */
export interface BoardFile {
  readonly format: 'orgora-board';
  readonly version: number;
  readonly board: FileBoard;
}

export interface FileBoard {
  readonly meta: BoardMeta;
  readonly elements: readonly FileElement[];
  readonly relations: readonly FileRelation[];
  readonly overlays: readonly FileOverlay[];
  readonly frames: readonly FileFrame[];
  readonly prompts: readonly FilePrompt[];
  /** The states beside the first; left out when there is none. Since version 2. */
  readonly states?: readonly FileState[];
  /** When a proposal was taken over into the drawing (`cites.ts`), by its id; left out when none was. Older readers pass it over. */
  readonly cites?: Readonly<Record<Id, number>>;
}

export interface FileState {
  readonly id: Exclude<StateId, 'now'>;
  readonly title: string;
  readonly elements: readonly FileElement[];
  readonly relations: readonly FileRelation[];
  readonly overlays: readonly FileOverlay[];
}

interface FileBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface FileElement extends FileBox {
  readonly id: Id;
  readonly kind: ElementKindId;
  readonly name: string;
  readonly order: string;
  readonly sitsIn?: Id;
  readonly locked?: true;
  readonly group?: Id;
  readonly attributes?: Attributes;
}

export interface FileRelation {
  readonly id: Id;
  readonly kind: RelationKindId;
  readonly from: Id;
  readonly to: Id;
  readonly attributes?: Attributes;
}

export interface FileZone extends FileBox {
  readonly id: Id;
  readonly kind: 'zone';
  readonly zone: ZoneKind;
  readonly title: string;
  readonly order: string;
  readonly fn?: string;
  readonly wall?: true;
  readonly collapsed?: true;
}

export interface FileTiger {
  readonly id: Id;
  readonly kind: 'tiger';
  readonly name: string;
  readonly purpose: string;
  readonly sponsor: string;
  readonly lead: string;
  readonly start?: number;
  readonly end?: number;
  readonly members: Readonly<Record<Id, number>>;
  readonly order: string;
  readonly hidden?: true;
}

export interface FileFriction {
  readonly id: Id;
  readonly kind: 'friction';
  readonly friction: string;
  readonly status: FrictionStatus;
  readonly mitigation: string;
  readonly owner: string;
  readonly on: readonly Id[];
  readonly at: { readonly x: number; readonly y: number };
}

export type FileOverlay = FileZone | FileTiger | FileFriction;

export interface FileFrame extends FileBox {
  readonly id: Id;
  readonly title: string;
  readonly order: string;
  /** These three since version 2. */
  readonly subtitle?: string;
  readonly state?: StateId;
  readonly notes?: string;
}

export interface FilePrompt {
  readonly id: Id;
  readonly text: string;
  readonly answer: string;
  readonly order: string;
  readonly dismissed?: true;
}
