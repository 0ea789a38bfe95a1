import type { ImportField, ImportFormat, ImportMapping } from '#shared/import/import-types.ts';

/** What a column can mean, in the words of the dialog. */
export const FIELD_LABELS: Readonly<Record<ImportField, string>> = {
  title: 'Title of the role',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  id: 'ID',
  email: 'E-mail',
  manager: 'Reports to',
  managerEmail: 'E-mail of the manager',
  dotted: 'Dotted line to',
  sitsIn: 'Sits in',
  kind: 'Kind of box',
  fn: 'Function',
  scope: 'Scope',
  fte: 'Size (FTE)',
  vacant: 'Vacant',
  assistant: 'Assistant',
  level: 'Level',
  region: 'Region',
  bu: 'Business unit',
  capability: 'Capability',
  note: 'Note',
  lines: 'Other lines',
  attributes: 'Other attributes',
};

export const FORMAT_LABELS: Readonly<Record<ImportFormat, string>> = {
  table: 'Table',
  outline: 'Indented list',
  graph: 'Microsoft Graph users',
  drawio: 'draw.io diagram',
  mermaid: 'Mermaid flowchart',
  board: 'Board file',
};

export const fieldOf = (mapping: ImportMapping, column: number): ImportField | null =>
  (Object.keys(mapping) as ImportField[]).find((field) => mapping[field] === column) ?? null;

/** The mapping with this column meaning `field`; whichever column meant it before is left out. */
export function withField(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  const rest = Object.entries(mapping).filter(([one, at]) => at !== column && one !== field);
  return Object.fromEntries(field === null ? rest : [...rest, [field, column]]);
}

/** A mapping that says what a box is called. */
export const isUsable = (mapping: ImportMapping): boolean =>
  (['name', 'title', 'firstName', 'lastName', 'id', 'email'] as const).some((field) => mapping[field] !== undefined);

export const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
