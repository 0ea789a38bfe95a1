import type { ImportDraft, ImportField, ImportTable } from './import-types.ts';
import { type DraftOptions, draftFromTableSteps } from './people.ts';
import { between, finish, ImportProblem, type Steps } from './steps.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const FIELDS = [
  'id',
  'name',
  'firstName',
  'lastName',
  'title',
  'manager',
  'managerEmail',
  'email',
  'fn',
  'region',
  'bu',
] as const;
type Person = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** A user of Microsoft Graph: `GET /users?$expand=manager`. */
function graphPerson(user: Json): Person {
  const manager = isObject(user['manager']) ? user['manager'] : {};
  return {
    id: text(user['id']),
    name: text(user['displayName']),
    firstName: text(user['givenName']),
    lastName: text(user['surname']),
    title: text(user['jobTitle']),
    manager: text(manager['id']),
    managerEmail: text(manager['mail']) || text(manager['userPrincipalName']),
    email: text(user['mail']) || text(user['userPrincipalName']),
    fn: text(user['department']),
    region: text(user['officeLocation']) || text(user['country']),
    bu: text(user['companyName']),
  };
}

/** A user of SCIM 2.0 (RFC 7643, 4.1 and 4.3): the manager is in the enterprise extension. */
function scimPerson(user: Json): Person {
  const more = isObject(user[ENTERPRISE]) ? user[ENTERPRISE] : {};
  const name = isObject(user['name']) ? user['name'] : {};
  const manager = more['manager'];
  const emails = Array.isArray(user['emails']) ? user['emails'].filter(isObject) : [];
  const email = emails.find((one) => one['primary'] === true) ?? emails[0] ?? {};
  return {
    id: text(user['id']),
    name: text(user['displayName']) || text(name['formatted']),
    firstName: text(name['givenName']),
    lastName: text(name['familyName']),
    title: text(user['title']),
    manager: isObject(manager) ? text(manager['value']) : text(manager),
    email: text(email['value']) || text(user['userName']),
    fn: text(more['department']),
    bu: text(more['organization']) || text(more['division']),
  };
}

const isScim = (user: Json): boolean =>
  ENTERPRISE in user ||
  (Array.isArray(user['schemas']) && user['schemas'].some((one) => text(one).startsWith('urn:ietf:params:scim')));

function usersIn(value: unknown): readonly Json[] | null {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return null;
  const list = value['value'] ?? value['Resources'] ?? value['users'];
  if (Array.isArray(list)) return list.filter(isObject);
  return 'displayName' in value || isScim(value) ? [value] : null;
}

/** Line of each user: where the next text that holds its id begins. */
function linesOf(source: string, people: readonly Person[]): readonly number[] {
  let at = 0;
  let line = 1;
  return people.map(({ id = '', name = '' }) => {
    const found = source.indexOf(JSON.stringify(id === '' ? name : id), at);
    if (found < 0) return line;
    for (let i = source.indexOf('\n', at); i >= 0 && i < found; i = source.indexOf('\n', i + 1)) line += 1;
    at = found;
    return line;
  });
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new ImportProblem(
      'This looks like JSON and is not: it may be cut off. Fetch or copy all of it and try again.',
    );
  }
}

/** Boxes of the users that Microsoft Graph (`/users?$expand=manager`) or SCIM answered. Throws `ImportProblem` for other JSON. */
export function* draftFromGraphSteps(source: string, options: DraftOptions = {}): Steps<ImportDraft> {
  const users = usersIn(parsed(source));
  if (users === null) {
    throw new ImportProblem(
      'This JSON has no list of users: fetch /users?$expand=manager from Microsoft Graph, or a list of SCIM users.',
    );
  }
  const people = users.map((user) => (isScim(user) ? scimPerson(user) : graphPerson(user)));
  const used = FIELDS.filter((field) => people.some((person) => (person[field] ?? '') !== ''));
  const table: ImportTable = {
    headings: used,
    rows: people.map((person) => used.map((field) => person[field] ?? '')),
    lines: linesOf(source, people),
  };
  yield 0.2;
  const mapping = Object.fromEntries(used.map((field: ImportField, i) => [field, i]));
  const draft = yield* between(draftFromTableSteps(table, mapping, options), 0.2, 1);
  return { ...draft, format: 'graph' };
}

/** `draftFromGraphSteps` in one go. */
export const draftFromGraph = (source: string, options: DraftOptions = {}): ImportDraft =>
  finish(draftFromGraphSteps(source, options));
