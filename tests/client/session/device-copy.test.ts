import { beforeEach, describe, expect, it } from 'vitest';
import { deviceCopyName, keepGeneration, keptGeneration } from '../../../client/session/device-copy.ts';
import { forgetCouncil, keepCouncil, keepMe, keptCouncil, keptMe } from '../../../client/session/known-council.ts';

const COUNCIL = {
  id: 'council-1',
  title: 'Stack leaders',
  alone: false,
  phase: 'open',
  role: 'presenter',
  seat: 'seat-1',
  alias: 'Org A',
  who: 'a',
  boards: [],
  deleted: [],
  deleteAt: null,
} as const;

describe('what this device remembers', () => {
  beforeEach(() => window.localStorage.clear());

  it('DEVICE-1 keeps one copy for each council, board and seat', () => {
    const names = [deviceCopyName('c', 'b', 's'), deviceCopyName('c', 'b', 's2'), deviceCopyName('c', 'b2', 's')];
    expect(new Set(names).size).toBe(3);
    keepGeneration(names[0] as string, 'g1');
    expect(keptGeneration(names[0] as string)).toBe('g1');
    expect(keptGeneration(names[1] as string)).toBeNull();
  });

  it('DEVICE-2 forgets a council and its title when access has ended', () => {
    keepCouncil(COUNCIL);
    keepMe({
      councils: [{ id: 'council-1', title: 'Stack leaders', role: 'presenter', alone: false }],
      createKeyNeeded: false,
    });
    expect(keptCouncil('council-1')?.alias).toBe('Org A');
    forgetCouncil('council-1');
    expect(keptCouncil('council-1')).toBeNull();
    expect(keptMe()?.councils).toEqual([]);
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('Stack leaders');
  });
});
