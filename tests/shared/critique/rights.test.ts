import { describe, expect, it } from 'vitest';
import { openStanding, roleOn } from '../../../shared/critique/standing.ts';
import { may, PHASES } from '../../../shared/rights/may.ts';
import { ROLES } from '../../../shared/rights/roles.ts';
import { RIGHTS, rightsTable } from '../../support/rights-table.ts';

describe('the table of rights', () => {
  it.each(RIGHTS)('PHASE-1 who may $action is the same in the code and in the table', ({ action, may: allowed }) => {
    const told = PHASES.map((phase) => `${phase}: ${ROLES.filter((role) => may(role, phase, action)).join(' ')}`);
    const written = PHASES.map(
      (phase) => `${phase}: ${ROLES.filter((role) => allowed.get(phase)?.has(role)).join(' ')}`,
    );
    expect(told).toEqual(written);
  });

  it('PHASE-2 the table can be printed: a row for each action, a column for each phase', () => {
    const rows = rightsTable()
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(RIGHTS.length + 2);
    expect(new Set(rows.map((row) => row.split('|').length))).toEqual(new Set([PHASES.length + 3]));
  });

  it('PHASE-3 while a session runs a presenter is one on their own board and criticises every other', () => {
    const presenter = { id: 'seat', role: 'presenter' } as const;
    const standing = { ...openStanding('works'), running: true, owners: new Map([['mine', 'seat']]) };
    expect(roleOn(standing, presenter, 'mine')).toBe('presenter');
    expect(roleOn(standing, presenter, 'theirs')).toBe('respondent');
    expect(roleOn({ ...standing, running: false }, presenter, 'theirs')).toBe('presenter');
    expect(roleOn({ ...standing, challengers: new Set(['seat']) }, presenter, 'theirs')).toBe('challenger');
  });
});
