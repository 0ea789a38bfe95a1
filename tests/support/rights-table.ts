import { ACTIONS, type Action } from '../../shared/rights/actions.ts';
import { PHASES, type Phase } from '../../shared/rights/phases.ts';
import type { Role } from '../../shared/rights/roles.ts';

/** The letter of each role in the table below. */
export const ROLE_LETTERS: Readonly<Record<Role, string>> = {
  convenor: 'C',
  presenter: 'P',
  scribe: 'S',
  challenger: 'H',
  respondent: 'R',
  observer: 'O',
};

/**
 * Who may do what, written down by hand: a column for each phase in the order of `PHASES`, in it the letters of those who may.
 * A presenter's letter holds for their own board; on every other they are a respondent while a session runs.
 */
const ROWS: Readonly<Record<Action, string>> = {
  'council.read': 'CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO',
  'council.rename': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'council.links': 'C      C      C      C      C      C      C      C      C      C      C      C      C      C',
  'council.revoke': 'C      C      C      C      C      C      C      C      C      C      C      C      C      C',
  'council.delete': 'C      C      C      C      C      C      C      C      C      C      C      C      C      C',
  'board.read': 'CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO',
  'board.edit': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     -',
  'board.edit-locked': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'board.create': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     -',
  'board.rename': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     -',
  'board.duplicate': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     -',
  'board.delete': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'history.read': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP',
  'history.name': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     -',
  'presence.show': 'CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO CPSHRO',
  'session.plan': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'session.run': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'session.roles': 'C      C      C      C      C      C      C      C      C      C      C      C      C      C',
  'session.end': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'lead.take': 'CP     C      CP     CP     CP     CP     CP     CP     CP     CP     C      CP     CP     -',
  'hand.raise': 'CPSHR  C      CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  react: 'CPSHR  C      CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.works': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.wish': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.what-if': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.question': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.friction': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.same-here': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.vocabulary': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.reply': 'CPSHR  C      C      C      C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.same': 'CPSHR  C      C      C      C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.edit': 'CPSHR  CPSHR  C      CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  CPSHR  C      CPSHR  CPSHR  -',
  'comment.resolve': 'CPS    C      CS     C      CS     CPS    CPS    CPS    CPS    CPS    CS     CPS    CPS    -',
  'comment.hear': 'CP     C      C      C      C      C      C      C      CP     CP     C      CP     CP     -',
  'comment.group': 'CS     C      CS     C      CS     CS     CS     CS     CS     CS     CS     CS     CS     -',
  'comment.remove': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'proposal.answer': 'CP     C      C      C      C      C      C      C      CP     CP     C      CP     CP     -',
  'vote.run': 'C      C      C      C      C      C      C      C      C      C      C      C      C      -',
  'vote.cast': '-      -      -      -      -      -      -      -      -      -      PSHR   -      -      -',
  'dots.place': 'C      C      C      C      C      C      C      CPSHR  C      C      C      C      C      -',
  'recap.read': 'C      C      CS     C      CS     CS     CS     CS     CS     CS     CS     CS     CPSHRO CPSHRO',
  'recap.write': 'C      C      CS     C      CS     CS     CS     CS     CS     CS     CS     CS     CS     -',
  'recap.own': 'CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     CP     -',
};

const LETTERS = new Map(Object.entries(ROLE_LETTERS).map(([role, letter]) => [letter, role as Role]));

function rolesOf(letters: string): ReadonlySet<Role> {
  if (letters === '-') return new Set();
  const roles = [...letters].map((letter) => LETTERS.get(letter));
  if (roles.includes(undefined)) throw new Error(`No role has a letter of ${letters}.`);
  return new Set(roles as Role[]);
}

/** One row for each action: the roles that may, by phase. */
export const RIGHTS: readonly { readonly action: Action; readonly may: ReadonlyMap<Phase, ReadonlySet<Role>> }[] =
  ACTIONS.map((action) => {
    const cells = ROWS[action].split(/ +/);
    if (cells.length !== PHASES.length) throw new Error(`The row of ${action} has ${cells.length} columns.`);
    return { action, may: new Map(PHASES.map((phase, i) => [phase, rolesOf(cells[i] ?? '-')])) };
  });

/** The table as Markdown, with a line that says what the letters stand for. */
export function rightsTable(): string {
  const key = Object.entries(ROLE_LETTERS).map(([role, letter]) => `${letter} ${role}`);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = ACTIONS.map((action) =>
    line([action, ...ROWS[action].split(/ +/).map((cell) => (cell === '-' ? '' : cell))]),
  );
  return [
    `${key.join(', ')}. A presenter’s letter holds for their own board.`,
    '',
    line(['Action', ...PHASES]),
    line(['Action', ...PHASES].map(() => '---')),
    ...rows,
  ].join('\n');
}
