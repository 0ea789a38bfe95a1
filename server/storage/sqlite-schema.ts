/** Steps of the database's schema, in order, never changed and never removed: a new one is added at the end. */
export const SCHEMA_STEPS: readonly string[] = [
  `
  CREATE TABLE councils (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, alone INTEGER NOT NULL, phase TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE boards (
    id TEXT PRIMARY KEY, council TEXT NOT NULL REFERENCES councils(id) ON DELETE CASCADE, title TEXT NOT NULL,
    ord TEXT NOT NULL, created_at INTEGER NOT NULL, deleted_at INTEGER
  ) STRICT;
  CREATE INDEX boards_by_council ON boards(council);
  CREATE TABLE links (
    id TEXT PRIMARY KEY, council TEXT NOT NULL REFERENCES councils(id) ON DELETE CASCADE, role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE seats (
    id TEXT PRIMARY KEY, council TEXT NOT NULL REFERENCES councils(id) ON DELETE CASCADE, session TEXT NOT NULL,
    role TEXT NOT NULL, link TEXT, alias TEXT NOT NULL, who TEXT NOT NULL, created_at INTEGER NOT NULL,
    UNIQUE (session, council)
  ) STRICT;
  CREATE TABLE rooms (
    id TEXT PRIMARY KEY, generation TEXT NOT NULL, seq INTEGER NOT NULL, changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE updates (
    room TEXT NOT NULL REFERENCES rooms(id) ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    seat TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (room, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshots (
    room TEXT NOT NULL REFERENCES rooms(id) ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (room, kind, seq)
  ) STRICT;
  CREATE TABLE claims (
    room TEXT NOT NULL REFERENCES rooms(id) ON DELETE CASCADE, client INTEGER NOT NULL, seat TEXT NOT NULL,
    PRIMARY KEY (room, client)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE barred (
    session TEXT NOT NULL, link TEXT NOT NULL REFERENCES links(id) ON DELETE CASCADE, PRIMARY KEY (session, link)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE history (
    room TEXT NOT NULL REFERENCES rooms(id) ON DELETE CASCADE, first INTEGER NOT NULL, last INTEGER NOT NULL,
    ended_at INTEGER NOT NULL, thinned INTEGER NOT NULL, bytes INTEGER NOT NULL, steps TEXT NOT NULL, state BLOB,
    data BLOB NOT NULL, PRIMARY KEY (room, first)
  ) STRICT;
  CREATE INDEX history_to_thin ON history(ended_at) WHERE thinned = 0;
  CREATE TABLE history_people (
    room TEXT NOT NULL REFERENCES rooms(id) ON DELETE CASCADE, seat TEXT NOT NULL, alias TEXT NOT NULL,
    who TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (room, seat)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE versions (
    room TEXT NOT NULL REFERENCES rooms(id) ON DELETE CASCADE, id TEXT NOT NULL, seq INTEGER NOT NULL,
    at INTEGER NOT NULL, title TEXT NOT NULL, alias TEXT NOT NULL, PRIMARY KEY (room, id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE councils ADD COLUMN delete_at INTEGER;
  ALTER TABLE links ADD COLUMN closed_at INTEGER;
  CREATE TABLE session_items (
    council TEXT NOT NULL REFERENCES councils(id) ON DELETE CASCADE, kind TEXT NOT NULL, id TEXT NOT NULL,
    data TEXT NOT NULL, PRIMARY KEY (council, kind, id)
  ) STRICT;
  CREATE TABLE seat_keys (
    hash TEXT PRIMARY KEY, seat TEXT NOT NULL REFERENCES seats(id) ON DELETE CASCADE, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX seat_keys_by_seat ON seat_keys(seat);
  `,
];
