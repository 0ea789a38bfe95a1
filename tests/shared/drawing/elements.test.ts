import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../../shared/board/model.ts';
import type { Detail } from '../../../shared/drawing/mark.ts';
import { measureText } from '../../../shared/drawing/measure-text.ts';
import { type ElementFacts, NO_FACTS } from '../../../shared/vocabulary/define-kind.ts';
import { KIND_LIST } from '../../../shared/vocabulary/index.ts';
import { seeded, textsOf } from './sample.ts';

const WORDS =
  'Marketing operations data steward Lead of global identity Kundenbeziehungsmanagement CRM a & Région für 営業部 X'.split(
    ' ',
  );
const DETAILS: readonly Detail[] = [0, 1, 2, 3];
const LOADS: ElementFacts = {
  ...NO_FACTS,
  loads: [
    { team: 1, share: 25 },
    { team: 12, share: 100 },
  ],
};

function someName(random: () => number): string {
  return Array.from({ length: 1 + Math.floor(random() * 7) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(
    ' ',
  );
}

const SETS: readonly Attributes[] = [
  {},
  { fn: 'MOP', scope: 'global', fte: 12.5, cap: ['data', 'orchestrate'], vacant: true, informal: true, planned: true },
  {
    fn: 'DAT',
    hub: 'services',
    seats: ['MKT', 'IT', 'DAT', 'SAL', 'LEG'],
    layer: 3,
    integrated: true,
    partner: 'integrator',
    persona: { modernizer: 40, orchestrator: 30, psychologist: 10, scientist: 20 },
    type: 'charter',
    charter: 'strategic',
  },
];

describe('elements', () => {
  test('DRAW-6 no text is wider than its box, for 200 names in every kind at any size', () => {
    const random = seeded(7);
    const outside: string[] = [];
    for (let i = 0; i < 200; i++) {
      const name = someName(random);
      for (const kind of KIND_LIST) {
        const attributes = SETS[i % SETS.length] ?? {};
        const w = kind.leastSize.w + Math.floor(random() * 20) * 8;
        const h = kind.leastSize.h + Math.floor(random() * 12) * 8;
        const facts = i % 4 === 0 ? { ...LOADS, container: kind.holds && i % 8 === 0 } : NO_FACTS;
        for (const detail of DETAILS) {
          const marks = kind.draw({ name, w, h, locked: i % 5 === 0, attributes }, { detail, finish: 'full', facts });
          for (const text of textsOf(marks)) {
            const width = measureText(text.text, text.size, text.weight, text.tracking);
            const left = text.dx + text.x - (text.anchor === 'end' ? width : text.anchor === 'middle' ? width / 2 : 0);
            // Computed pills stand on the corner, ten units out.
            if (left < -1 || left + width > w + 10) outside.push(`${kind.id} ${w}×${h} at ${detail}: ${text.text}`);
          }
        }
      }
    }
    expect(outside).toEqual([]);
  });

  test('DRAW-7 every kind is drawn at every detail, with less and less in it', () => {
    for (const kind of KIND_LIST) {
      const props = {
        name: 'Customer data',
        ...kind.defaultSize,
        w: kind.defaultSize.w,
        h: kind.defaultSize.h,
        locked: false,
        attributes: { fn: 'MOP', fte: 3 },
      };
      const at = (detail: Detail) => kind.draw(props, { detail, finish: 'full', facts: NO_FACTS });
      for (const detail of DETAILS) expect(at(detail).length).toBeGreaterThan(0);
      expect(textsOf(at(1))).toEqual([]);
      expect(textsOf(at(0))).toEqual([]);
      expect(
        textsOf(at(3))
          .map((t) => t.text)
          .join(' '),
      ).toContain('Customer');
      expect(at(0).length).toBeLessThan(at(3).length);
    }
  });

  test('DRAW-8 a box grows down in steps of 8 and shows the whole name of three lines', () => {
    for (const kind of KIND_LIST) {
      const ask = (name: string) =>
        kind.size({ name, w: kind.defaultSize.w, h: kind.defaultSize.h, locked: false, attributes: {} }, NO_FACTS);
      expect(ask('Short')).toEqual(kind.defaultSize);
      const long = ask('Regional marketing technology operations and data stewardship');
      expect((long.w - kind.defaultSize.w) % 8).toBe(0);
      expect((long.h - kind.defaultSize.h) % 8).toBe(0);
      const drawn = kind.draw(
        {
          name: 'Regional marketing technology operations',
          ...ask('Regional marketing technology operations'),
          locked: false,
          attributes: {},
        },
        { detail: 3, finish: 'full', facts: NO_FACTS },
      );
      const shown = textsOf(drawn)
        .map((t) => t.text)
        .join(' ');
      expect([kind.id, shown.includes('…')]).toEqual([kind.id, false]);
    }
  });

  test('DRAW-9 a word too long for a box makes it wider, in steps of 8', () => {
    const unit = KIND_LIST[0];
    const size = unit?.size(
      { name: 'Kundenbeziehungsmanagement', w: 120, h: 58, locked: false, attributes: {} },
      NO_FACTS,
    );
    expect(size?.w).toBeGreaterThan(180);
    expect(((size?.w ?? 0) - 120) % 8).toBe(0);
  });

  test('DRAW-10 facts that must be seen are never cut at the size that is asked for', () => {
    for (const kind of KIND_LIST.filter((k) => k.id !== 'card')) {
      const attributes = { scope: 'global', fte: 20, fn: 'MOP' };
      const props = { name: 'Data', w: kind.leastSize.w, h: kind.leastSize.h, locked: false, attributes };
      const size = kind.size(props, LOADS);
      const texts = textsOf(kind.draw({ ...props, ...size }, { detail: 3, finish: 'full', facts: LOADS })).map(
        (t) => t.text,
      );
      for (const fact of ['G', '25', '100', '20', 'FTE', 'MOP', '125 %'])
        expect([kind.id, texts]).toEqual([kind.id, expect.arrayContaining([fact])]);
    }
  });

  test('DRAW-11 vacant and planned break the outline, and print takes the tint away', () => {
    for (const kind of KIND_LIST.filter((k) => k.id === 'role' || k.id === 'platform')) {
      const attributes = { fn: 'MOP', vacant: true, planned: true };
      const props = { name: 'Data', ...kind.defaultSize, locked: false, attributes };
      const marks = kind.draw(props, { detail: 3, finish: 'print', facts: NO_FACTS });
      expect(JSON.stringify(marks)).toContain('"dash":[5,3.5]');
      expect(JSON.stringify(marks)).not.toContain('tint-');
    }
  });

  test('DRAW-12 every kind reads as a sentence', () => {
    const [, role] = KIND_LIST;
    expect(
      role?.sentence({ name: 'Data steward', w: 1, h: 1, locked: false, attributes: { fn: 'DAT', vacant: true } }),
    ).toBe('Role "Data steward", data and BI, vacant');
    for (const kind of KIND_LIST) {
      expect(kind.sentence({ name: '', w: 1, h: 1, locked: false, attributes: {} })).not.toContain('""');
    }
  });

  test('DRAW-50 extra words never stand on the name: the box grows for them, and a box made smaller leaves them out', () => {
    for (const kind of KIND_LIST.filter((k) => k.id !== 'card' && k.id !== 'unit')) {
      for (const name of [
        'Data',
        'Marketing automation administrator',
        'Customer insight and knowledge research lead',
      ]) {
        const props = { name, ...kind.defaultSize, locked: false, attributes: { cap: ['data'] } };
        const size = kind.size(props, NO_FACTS);
        for (const h of [size.h, kind.defaultSize.h, kind.leastSize.h]) {
          const texts = textsOf(kind.draw({ ...props, ...size, h }, { detail: 3, finish: 'full', facts: NO_FACTS }));
          const lowest = Math.max(...texts.filter((t) => t.size === 13).map((t) => t.y));
          const word = texts.find((t) => t.text === 'Data' && t.size === 11);
          if (h === size.h) expect([kind.id, name, word !== undefined]).toEqual([kind.id, name, true]);
          if (word !== undefined) expect(word.y - lowest).toBeGreaterThan(11);
        }
      }
    }
  });

  test('DRAW-51 a centre that holds others shows its whole header however tall it becomes', () => {
    const centre = KIND_LIST.find((kind) => kind.id === 'centre');
    if (centre === undefined) throw new Error('There is no centre.');
    const attributes = { fn: 'MOP', scope: 'global', fte: 20 };
    const props = { name: 'Central marketing technology core', w: 144, h: 64, locked: false, attributes };
    const facts = { ...NO_FACTS, container: true };
    const { w } = centre.size(props, facts);
    for (const h of [150, 220, 400]) {
      const texts = textsOf(centre.draw({ ...props, w, h }, { detail: 3, finish: 'full', facts })).map((t) => t.text);
      expect(texts).toEqual([props.name, 'MOP', 'G', '20', 'FTE']);
    }
    const narrow = textsOf(centre.draw({ ...props, w: 424, h: 220 }, { detail: 3, finish: 'full', facts }));
    expect(narrow.map((t) => t.text)[0]).not.toContain('…');
  });
});
