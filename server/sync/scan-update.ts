import { ByteReader, MalformedError } from './byte-reader.ts';

/** New structs of one client in an update: clocks `start` to `end` (exclusive). */
export interface Section {
  readonly client: number;
  readonly start: number;
  readonly end: number;
}

export interface UpdateScan {
  readonly sections: readonly Section[];
  /** For each client the first clock that must exist for this update to fit: everything it refers to lies below. */
  readonly needs: ReadonlyMap<number, number>;
  /** Names of root types it writes to directly. */
  readonly roots: ReadonlySet<string>;
  /** Holds structs with a gap before them, which a document that fits never sends. */
  readonly gaps: boolean;
}

/** Client ids are 32 bits; a clock of a board never comes near this. */
const MAX_CLIENT = 0xffff_ffff;
const MAX_CLOCK = 0xffff_ffff;
const MAX_DEPTH = 8;

const GC = 0;
const SKIP = 10;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;
/** Y.Array, Y.Map and Y.Text; a board has no XML. */
const LAST_TYPE = 2;

function skipAny(reader: ByteReader, depth: number): void {
  if (depth > MAX_DEPTH) throw new MalformedError('nested too deeply');
  const tag = reader.byte();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      reader.skipVarInt();
      return;
    case 124:
      reader.skip(4);
      return;
    case 123:
    case 122:
      reader.skip(8);
      return;
    case 119:
      reader.string();
      return;
    case 118:
      for (let n = reader.count(2); n > 0; n -= 1) {
        if (reader.string() === '__proto__') throw new MalformedError('a key that cannot be');
        skipAny(reader, depth + 1);
      }
      return;
    case 117:
      for (let n = reader.count(1); n > 0; n -= 1) skipAny(reader, depth + 1);
      return;
    default:
      // 116 is a byte array among other values; the picture of a tracing layer is content of its own.
      throw new MalformedError(`a value of an unknown kind ${tag}`);
  }
}

/** Whether an item lies where a picture's bytes do, as far as the update says: only the document knows the rest. */
interface Place {
  readonly inRoot: boolean;
  /** Key in the map it lies in; `null` for a place in a list, `undefined` when it is that of another item. */
  readonly key: string | null | undefined;
}

const BYTES = 3;
/** Key of the bytes in the map of a tracing layer. */
const PICTURE = 'bytes';

/** Reads past an item's content; answers how many clocks it takes. */
function contentLength(reader: ByteReader, kind: number, { inRoot, key }: Place): number {
  switch (kind) {
    case 1: // deleted
      return reader.varUint(MAX_CLOCK);
    case BYTES:
      if (inRoot || (key !== undefined && key !== PICTURE)) throw new MalformedError('bytes where no picture lies');
      reader.bytes();
      return 1;
    case 4: // text: one clock a UTF-16 unit
      return reader.string().length;
    case 7:
      reader.varUint(LAST_TYPE);
      return 1;
    case 8: {
      const count = reader.count(1);
      for (let n = count; n > 0; n -= 1) skipAny(reader, 0);
      return count;
    }
    default:
      throw new MalformedError(`content of a kind ${kind} that no board holds`);
  }
}

/**
 * Reads a whole version-1 update without building anything and checks every declared count and length against the bytes
 * that are there, so that Yjs only ever sees what it can decode at once. Version-2 updates fail here.
 *
 * @throws MalformedError
 */
export function scanUpdate(update: Uint8Array): UpdateScan {
  const reader = new ByteReader(update);
  const sections: Section[] = [];
  const seen = new Set<number>();
  const needs = new Map<number, number>();
  const roots = new Set<string>();
  let gaps = false;

  const need = (client: number, clockEnd: number): void => {
    if ((needs.get(client) ?? 0) < clockEnd) needs.set(client, clockEnd);
  };
  const reference = (): void => {
    const client = reader.varUint(MAX_CLIENT);
    need(client, reader.varUint(MAX_CLOCK) + 1);
  };
  const item = (info: number): number => {
    const hasParent = (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0;
    if ((info & HAS_ORIGIN) !== 0) reference();
    if ((info & HAS_RIGHT_ORIGIN) !== 0) reference();
    if (!hasParent) return contentLength(reader, info & 0x1f, { inRoot: false, key: undefined });
    const inRoot = reader.varUint(1) === 1;
    if (inRoot) roots.add(reader.string());
    else reference();
    const key = (info & HAS_PARENT_SUB) === 0 ? null : reader.string();
    if (key === '__proto__') throw new MalformedError('a key that cannot be');
    return contentLength(reader, info & 0x1f, { inRoot, key });
  };

  // A section is at least its count, client and clock; a struct at least its kind and length.
  for (let clients = reader.count(3); clients > 0; clients -= 1) {
    const structs = reader.count(2);
    const client = reader.varUint(MAX_CLIENT);
    const start = reader.varUint(MAX_CLOCK);
    if (seen.has(client) || structs === 0) throw new MalformedError('a section that is empty or comes twice');
    seen.add(client);
    let clock = start;
    for (let n = structs; n > 0; n -= 1) {
      const info = reader.byte();
      const kind = info & 0x1f;
      if (kind === SKIP) gaps = true;
      const length = kind === GC || kind === SKIP ? reader.varUint(MAX_CLOCK) : item(info);
      if (length === 0) throw new MalformedError('a struct without length');
      clock += length;
      if (clock > MAX_CLOCK) throw new MalformedError('number too large');
    }
    sections.push({ client, start, end: clock });
  }
  for (let clients = reader.count(2); clients > 0; clients -= 1) {
    const client = reader.varUint(MAX_CLIENT);
    for (let ranges = reader.count(2); ranges > 0; ranges -= 1) {
      const clock = reader.varUint(MAX_CLOCK);
      need(client, clock + reader.varUint(MAX_CLOCK));
    }
  }
  reader.end();
  return { sections, needs, roots, gaps };
}

/** Checks a state vector of sync step 1. @throws MalformedError */
export function scanStateVector(vector: Uint8Array): void {
  const reader = new ByteReader(vector);
  for (let clients = reader.count(2); clients > 0; clients -= 1) {
    reader.varUint(MAX_CLIENT);
    reader.varUint(MAX_CLOCK);
  }
  reader.end();
}
