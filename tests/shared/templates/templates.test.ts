import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FRICTION_KINDS } from '#shared/overlays/friction-kinds.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { NEEDS, templatesFor } from '#shared/templates/chooser.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { TEMPLATES, template } from '#shared/templates/index.ts';
import { STOCK, stock } from '#shared/templates/stock.ts';
import { attribute, validAttribute } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { COUNTS } from './catalogue-counts.ts';

/** Attributes that the vocabulary (2.5) lets anything carry, whether or not a kind's inspector offers them. */
const SHARED = ['bu', 'region', 'cadence', 'roadmap', 'integrated', 'budget', 'ai'];
const folder = new URL('../../../shared/templates/', import.meta.url);
const ids = (t: Template): ReadonlySet<string> => new Set(t.elements.map((e) => e.id));
const kindIn = (t: Template, id: string) => {
  const found = t.elements.find((e) => e.id === id);
  if (found === undefined) throw new Error(`${t.id} has no element ${id}`);
  return { id, kind: found.kind };
};

describe.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (id, t) => {
  test('TPL-1 has exactly what the written catalogue counts', () => {
    expect([
      t.elements.length,
      t.relations.length,
      t.zones.length,
      t.tigers.length,
      t.frictions.length,
      t.prompts.length,
    ]).toEqual(COUNTS[id]);
  });

  test('TPL-2 uses one id space: no id stands for two things', () => {
    const all = [...t.elements, ...t.zones, ...t.tigers, ...t.frictions].map((x) => x.id);
    expect(all).toEqual([...new Set(all)]);
    for (const one of all) expect(one).toMatch(/^[A-Za-z0-9:_-]{1,64}$/);
  });

  test('TPL-3 refers only to ids that exist', () => {
    const known = ids(t);
    const used = [
      ...t.elements.flatMap((e) => (e.sitsIn === undefined ? [] : [e.sitsIn])),
      ...t.relations.flatMap((r) => [r.from, r.to]),
      ...t.zones.flatMap((z) => z.members),
      ...t.tigers.flatMap((g) => [...Object.keys(g.members), g.sponsor ?? [], g.lead ?? []].flat()),
      ...t.frictions.flatMap((f) => f.on),
    ];
    expect(used.filter((one) => !known.has(one))).toEqual([]);
  });

  test('TPL-4 draws only lines that the end rules allow', () => {
    const refused = t.relations.flatMap((r) => {
      const why = RELATIONS[r.kind].refuse(kindIn(t, r.from), kindIn(t, r.to), r.attributes ?? {});
      return why === null ? [] : [`${r.from} ${r.kind} ${r.to}: ${why}`];
    });
    expect(refused).toEqual([]);
  });

  test('TPL-5 gives nobody two bosses, and no reporting or sitting-in goes round in a circle', () => {
    const boss = new Map<string, string>();
    for (const r of t.relations.filter((one) => one.kind === 'reports')) {
      expect(boss.has(r.from), `${r.from} has two bosses`).toBe(false);
      boss.set(r.from, r.to);
    }
    const inside = new Map(t.elements.flatMap((e) => (e.sitsIn === undefined ? [] : [[e.id, e.sitsIn] as const])));
    for (const up of [boss, inside]) {
      for (const start of up.keys()) {
        const seen = new Set([start]);
        for (let at = up.get(start); at !== undefined; at = up.get(at)) {
          expect(seen.has(at), `${start} comes round to itself`).toBe(false);
          seen.add(at);
        }
      }
    }
  });

  test('TPL-6 holds only known attributes with values they may have, offered by the kind that carries them', () => {
    const wrong: string[] = [];
    const check = (owner: string, offered: readonly string[], attributes: Readonly<Record<string, unknown>> = {}) => {
      for (const [key, value] of Object.entries(attributes)) {
        if (attribute(key) === undefined || !offered.includes(key) || !validAttribute(key, value)) {
          wrong.push(`${owner} ${key}=${JSON.stringify(value)}`);
        }
      }
    };
    for (const e of t.elements) check(e.id, [...ELEMENT_KINDS[e.kind].attributes, ...SHARED], e.attributes);
    for (const r of t.relations) check(`${r.from} ${r.kind} ${r.to}`, RELATIONS[r.kind].attributes, r.attributes);
    expect(wrong).toEqual([]);
  });

  test('TPL-7 lends only people and partners to tiger teams, within their time, and from a start to a later end', () => {
    for (const g of t.tigers) {
      for (const [member, share] of Object.entries(g.members)) {
        const { kind } = kindIn(t, member);
        expect(ELEMENT_KINDS[kind].people || kind === 'partner', `${member} is a ${kind}`).toBe(true);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(100);
      }
      if (g.lead !== undefined) expect(Object.keys(g.members)).toContain(g.lead);
      if (g.start !== undefined && g.end !== undefined) expect(g.end).toBeGreaterThan(g.start);
    }
  });

  test('TPL-8 names frictions of the list, on something, with a mitigation where one is claimed', () => {
    for (const f of t.frictions) {
      expect(FRICTION_KINDS.map((k) => k.id)).toContain(f.friction);
      expect(f.on.length).toBeGreaterThan(0);
      if (f.status === 'mitigated') expect(f.mitigation).toMatch(/\S/);
    }
  });

  test('TPL-9 reads well: a name without dashes, one sentence of when, prompts that end, and a source', () => {
    expect(t.name).toMatch(/^[A-Z][^—–]*[^.]$/);
    expect(t.when).toMatch(/^[A-Z].*\.$/);
    for (const prompt of t.prompts) expect(prompt).toMatch(/^[A-Z].*[.?]$/);
    expect(t.source).not.toMatch(/\b(S\d[ab]?|R-[A-Z]+)\b/);
    expect(t.source).toMatch(/\S/);
  });
});

test('TPL-10 the list holds every template file of the folder and nothing else', async () => {
  const inFolder: Template[] = [];
  for (const file of readdirSync(folder).filter((name) => /^[a-z]\d\.ts$/.test(name))) {
    const module: Record<string, unknown> = await import(new URL(file, folder).href);
    const id = file.replace('.ts', '');
    expect(Object.keys(module)).toEqual([id]);
    expect((module[id] as Template).id.toLowerCase()).toBe(id);
    inFolder.push(module[id] as Template);
  }
  expect(TEMPLATES).toHaveLength(50);
  expect(new Set(TEMPLATES)).toEqual(new Set(inFolder));
  expect(new Set(TEMPLATES.map((t) => t.id)).size).toBe(50);
  expect(Object.keys(COUNTS).sort()).toEqual(TEMPLATES.map((t) => t.id).sort());
});

test('TPL-11 the gallery keeps each group together', () => {
  const groups = TEMPLATES.map((t) => t.group);
  const runs = groups.filter((group, index) => group !== groups[index - 1]);
  expect(runs).toEqual([
    'maturity',
    'structure',
    'placement',
    'marketing-it',
    'combined',
    'global-local',
    'straddles',
    'orchestration',
    'tiger-teams',
    'reference',
  ]);
});

test('TPL-12 pairs are other templates, and each names the other', () => {
  for (const t of TEMPLATES) {
    for (const other of t.pairs) {
      expect(other).not.toBe(t.id);
      expect(template(other)?.pairs, `${t.id} and ${other}`).toContain(t.id);
    }
  }
  expect(template('M3')?.pairs).toEqual(['M2', 'M4']);
  expect(template('D1')?.pairs).toEqual(['D2']);
});

test('TPL-13 the ten needs lead to templates that exist and leave none out', () => {
  expect(NEEDS).toHaveLength(10);
  for (const need of NEEDS) expect(templatesFor(need.id).map((t) => t.id)).toEqual(need.templates);
  expect(new Set(NEEDS.flatMap((need) => need.templates))).toEqual(new Set(TEMPLATES.map((t) => t.id)));
  expect(templatesFor('no-such-need')).toEqual([]);
});

test('TPL-14 says which pictures were rebuilt from text', () => {
  expect(TEMPLATES.filter((t) => t.rebuiltFromText).map((t) => t.id)).toEqual([
    'M2',
    'M3',
    'M4',
    'M5',
    'H4',
    'G1',
    'O3',
    'T1',
  ]);
});

test('TPL-15 a template is found by its id in either case, and an unknown id finds none', () => {
  expect(template('m3')).toBe(template('M3'));
  expect(template('M3')?.name).toBe('Stage 3, effective');
  expect(template('M9')).toBeUndefined();
});

test('TPL-16 a stock member takes changes without touching the cast, and keeps kind and name', () => {
  const changed = stock('pma', { scope: 'global', layer: 3, sitsIn: 'core' });
  expect(changed).toEqual({
    id: 'pma',
    kind: 'platform',
    name: 'Outbound marketing automation',
    sitsIn: 'core',
    attributes: { layer: 3, scope: 'global' },
  });
  expect(STOCK.pma.attributes).toEqual({ layer: 4 });
  expect(stock('agc')).not.toHaveProperty('sitsIn');
});
