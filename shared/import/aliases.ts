import { IMPORT_FIELDS, type ImportField } from './import-types.ts';
import { plain } from './words.ts';

/**
 * How products and people head their columns, English and Romanian, best first; compared without case, accents and signs.
 * Sources of the products' columns: OrgChart, OrgPlus, Visio's wizard, Organimi, Pingboard, Functionly, Lattice, BambooHR,
 * Microsoft Entra and Workday help pages; our own tables are covered too.
 */
const SPELLINGS: Readonly<Record<ImportField, string>> = {
  id: `id, person id, employee id, employee number, employee no, emp id, worker id, unique id, unique identifier, position id,
    node id, user id, object id, eid, eeid, employee, marca, nr marca, cod angajat, id angajat, cod`,
  name: `name, full name, display name, employee name, worker, worker name, preferred name, legal name, person, nume complet,
    nume si prenume, nume, angajat, numele complet`,
  firstName: 'first name, given name, preferred first name, forename, first, prenume',
  lastName: 'last name, surname, family name, last, nume de familie',
  title: `title, job title, position title, business title, role title, position, role, job profile, designation, job,
    functie, functia, post, titlu, denumire post, pozitie`,
  manager: `manager id, supervisor id, boss id, reports to id, reports to, manager employee id, supervisor eid,
    reports to position id, line manager id, parent id, managers id, manager number, supervisor employee id, manager, manager name,
    supervisor, supervisor name, reporting to, line manager, workers manager, worker s manager, direct manager, boss, parent, superior,
    sef, sef direct, manager direct, superior ierarhic, raporteaza la, id sef, id manager, marca sef`,
  managerEmail: `manager email, supervisor email, reports to email, manager work email, manager upn, manager user principal name,
    manager mail, email manager, email sef, managers email`,
  email: `email, work email, email address, mail, user principal name, upn, primary email, e mail, business email, adresa email,
    adresa de email`,
  dotted: `alt reports to, dotted ids, dotted line, dotted line manager, dotted lines, dotted line to, dotted line manager id, dotted,
    dotted line manager ids, matrix manager, matrix manager id, secondary manager, alt manager, secondary reports to,
    linie punctata, sef functional, manager functional`,
  kind: 'kind, element kind, element type, node type, master shape, shape, box type, type, fel, tip',
  fn: `function, business function, department, department name, dept, job family, division, departament, compartiment, directie,
    functiune`,
  scope: 'scope, reach, anvergura, arie',
  fte: 'fte, size, headcount, allocation, capacity, full time equivalent, norma',
  vacant: 'vacant, is vacant, vacancy, open position, position status, status, vacanta, post vacant, stare',
  level: 'level, lvl, job level, management level, grade, band, nivel, grad',
  assistant: 'is assistant, assistant, asistent, este asistent',
  sitsIn: `sits in, team, teams, squad, sub department, subdepartment, group, embedded in, echipa, face parte din`,
  region: `region, location, office, office location, country, site, city, physical delivery office name, locatie, regiune, tara,
    oras`,
  bu: `business line, business unit, bu, cost center, cost centre, supervisory organization, supervisory org, supervisory organisation, company,
    company name, linie de business, unitate, centru de cost`,
  capability: 'capability, capabilities, skills, cap, capabilitate, competente',
  note: 'note, notes, comment, comments, remarks, description, observatii, nota, descriere',
  attributes: 'more, attributes',
  lines: 'lines, relations',
};

const list = (text: string): readonly string[] => text.split(',').map(plain);

/** Spellings of each field as they are compared, best first. */
export const ALIASES: Readonly<Record<ImportField, readonly string[]>> = Object.freeze(
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, list(SPELLINGS[field])])) as Record<
    ImportField,
    readonly string[]
  >,
);

/** `Name [displayName] Required` (bulk files of Microsoft Entra) is `displayName`; anything else is itself. */
const spellingsOf = (heading: string): readonly string[] => {
  const inner = /\[([^\]]+)\]/.exec(heading)?.[1];
  const bare = heading.replace(/[[(].*$/, '');
  return [...(inner === undefined ? [] : [plain(inner)]), plain(heading), ...(bare === '' ? [] : [plain(bare)])];
};

/** How well a heading names a field: place of its spelling from 0, or `null` when it does not. */
export function aliasRank(field: ImportField, heading: string): number | null {
  for (const spelling of spellingsOf(heading)) {
    const rank = spelling === '' ? -1 : ALIASES[field].indexOf(spelling);
    if (rank >= 0) return rank;
  }
  return null;
}

/** Whether a heading is one that any field knows. */
export const isKnownHeading = (heading: string): boolean =>
  IMPORT_FIELDS.some((field) => aliasRank(field, heading) !== null);
