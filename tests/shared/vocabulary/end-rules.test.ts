import { describe, expect, test } from 'vitest';
import type { ElementKindId, RelationKindId } from '../../../shared/board/model.ts';
import { RELATION_LIST, RELATIONS } from '../../../shared/relations/index.ts';

const KINDS: readonly ElementKindId[] = [
  'unit',
  'role',
  'centre',
  'committee',
  'function',
  'platform',
  'partner',
  'card',
];

/** Vocabulary 2.3, written out: from → to. */
const TABLE: Readonly<Record<RelationKindId, readonly [string, string]>> = {
  reports: ['unit role centre committee', 'role unit centre committee'],
  dotted: ['unit role centre', 'role unit centre'],
  owns: ['unit role centre committee partner', 'platform function'],
  serves: ['platform centre unit role partner function', 'unit role centre partner platform committee'],
  advises: ['centre unit role partner committee', 'unit role centre committee partner'],
  funds: ['unit role committee centre', 'unit role centre platform partner'],
  partners: ['unit role centre partner', 'unit role centre partner'],
  member: ['role unit centre partner', 'committee'],
};

const a = (kind: ElementKindId) => ({ id: 'a', kind });
const b = (kind: ElementKindId) => ({ id: 'b', kind });

describe('which line may run where', () => {
  for (const relation of RELATION_LIST) {
    test(`VOC-5 ${relation.id} is allowed between exactly the kinds of the table`, () => {
      const [from, to] = TABLE[relation.id].map((list) => list.split(' ')) as [string[], string[]];
      for (const start of KINDS) {
        for (const end of KINDS) {
          const refused = relation.refuse(a(start), b(end), { right: 'operates' });
          const allowed = from.includes(start) && to.includes(end);
          expect([start, end, refused === null]).toEqual([start, end, allowed]);
          if (!allowed) expect(refused).toMatch(/^A .+ cannot .+\./);
        }
      }
    });
  }

  test('VOC-6 a partner may operate a platform and not decide over it', () => {
    const { refuse } = RELATIONS.owns;
    expect(refuse(a('partner'), b('platform'), { right: 'operates' })).toBeNull();
    expect(refuse(a('partner'), b('platform'), { right: 'decides' })).toContain('It can operate it');
    expect(refuse(a('partner'), b('platform'), {})).toContain('It can operate it');
    expect(refuse(a('unit'), b('platform'), {})).toBeNull();
  });

  test('VOC-7 nothing has a line to itself', () => {
    for (const relation of RELATION_LIST) {
      for (const kind of KINDS) expect(relation.refuse(a(kind), a(kind), {})).toMatch(/itself\.$/);
    }
  });

  test('VOC-8 a refusal says what would be allowed', () => {
    expect(RELATIONS.reports.refuse(a('platform'), b('role'), {})).toBe(
      'A platform cannot report to a role. It can serve it.',
    );
    expect(RELATIONS.member.refuse(a('role'), b('unit'), {})).toContain('It can report to,');
    expect(RELATIONS.owns.refuse(a('card'), b('platform'), {})).toBe('A card cannot be accountable for a platform.');
  });

  test('VOC-9 lines read as sentences with what is set on them', () => {
    expect(RELATIONS.reports.sentence('Director', 'VP marketing', {})).toBe('Director reports to VP marketing');
    expect(RELATIONS.dotted.sentence('Ops', 'CIO', { share: 30 })).toBe('Ops has a dotted line to CIO, 30 %');
    expect(RELATIONS.owns.sentence('Agency', 'CRM', { right: 'operates' })).toBe('Agency operates CRM');
    expect(RELATIONS.serves.sentence('CDP', 'Marketing', { what: 'data' })).toBe('CDP serves Marketing with data');
    expect(RELATIONS.member.sentence('CIO', 'Board', { chair: true, load: 10 })).toBe('CIO chairs Board, 10 %');
  });
});
