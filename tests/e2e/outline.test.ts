import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attributes, Board, BoardElement, Id } from '#shared/board/model.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { m4 } from '#shared/templates/m4.ts';
import { ATTRIBUTES, type AttributeDefinition, attribute } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { AccessibilityTree } from '../support/accessibility-tree.ts';
import { type App, startApp } from '../support/app.ts';
import { agree, MOD, soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let ax: AccessibilityTree;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.newBoard();
  ax = await AccessibilityTree.of(ana.page);
});

afterAll(async () => {
  await app?.close();
});

const NAMES: ReadonlyMap<Id, string> = new Map(m4.elements.map((one) => [one.id, one.name]));
const nameOf = (id: Id): string => NAMES.get(id) ?? id;

/** Types a question into the dialog that a key opens and takes its first answer. */
async function answer(...questions: readonly string[]): Promise<void> {
  for (const question of questions) {
    const field = ana.page.locator('[role="dialog"] [role="combobox"]');
    await field.waitFor();
    await expect.poll(() => field.inputValue(), soon).toBe('');
    await ana.page.keyboard.insertText(question);
    await ana.page
      .locator('[role="dialog"] [role="option"][aria-selected="true"]:not([aria-disabled="true"])')
      .waitFor();
    await ana.press('Enter');
  }
  await ana.page.locator('[role="dialog"]').waitFor({ state: 'detached' });
}

async function ask(keys: string, ...questions: readonly string[]): Promise<void> {
  await ana.press(keys);
  await answer(...questions);
}

/** Waits until the focus is on a row of this name and answers what is heard there. */
async function onRow(name: string) {
  await ana.page.waitForFunction(
    (wanted) =>
      document.activeElement?.matches('[role="treeitem"]') &&
      document.activeElement.getAttribute('aria-label')?.startsWith(wanted),
    name,
  );
  const heard = await ax.focus();
  expect(heard.role).toBe('treeitem');
  expect(heard.name.startsWith(name)).toBe(true);
  return heard;
}

/** What somebody types to set a value: "Function: Marketing", "Size 14". */
function typed(definition: AttributeDefinition, value: unknown): readonly string[] {
  const { label, value: spec } = definition;
  switch (spec.type) {
    case 'flag':
      return [`${label}: yes`];
    case 'number':
    case 'text':
      return [`${label} ${String(value)}`];
    case 'choice':
    case 'choices':
      return (Array.isArray(value) ? (value as readonly string[]) : [value]).map(
        (code) => `${label}: ${spec.choices.find((one) => one.code === String(code))?.label ?? ''}`,
      );
    default:
      throw new RangeError(`Nobody types ${definition.id}.`);
  }
}

async function set(attributes: Attributes, without: readonly string[] = []): Promise<void> {
  for (const [id, value] of Object.entries(attributes)) {
    if (without.includes(id)) continue;
    const definition = attribute(id);
    if (definition === undefined) throw new RangeError(`There is no attribute ${id}.`);
    for (const words of typed(definition, value)) await ask('Alt+e', words);
  }
}

const find = (name: string): Promise<void> => ask(`${MOD}+f`, name);

/** Everything on a board that somebody can have meant, by names instead of ids. */
function meaning(board: Board) {
  const name = (id: Id | null): string => (id === null ? '' : (board.elements.get(id)?.name ?? ''));
  const bossOf = (one: BoardElement): string => name(board.relations.get(`reports:${one.id}`)?.to ?? null);
  return {
    elements: [...board.elements.values()]
      .map((one) => ({
        kind: one.kind,
        name: one.name,
        boss: bossOf(one),
        sitsIn: name(one.sitsIn),
        ...one.attributes,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    lines: [...board.relations.values()]
      .filter((line) => line.kind !== 'reports')
      .map((line) => `${name(line.from)} ${line.kind} ${name(line.to)} ${JSON.stringify(line.attributes)}`)
      .sort(),
  };
}

describe('a whole board through its outline, by keyboard alone', () => {
  it('OUTLINE-20 from an empty board to the outline, whose first thing to do has the focus', async () => {
    await ana.press(`${MOD}+Shift+O`);
    await ana.press(`${MOD}+Shift+O`);
    expect(await ana.ui('look')).toBe('outline');
    await ana.page.waitForFunction(() => document.activeElement?.textContent === 'Add a team');
    expect((await ax.focus()).role).toBe('button');
  });

  it('OUTLINE-21 every element of a template: added, named, given its values, its boss and its container, each heard', async () => {
    const tops = new Map<number, number>();
    const rank = { committee: 0, role: 1, unit: 1, centre: 1, function: 2, platform: 3, partner: 4, card: 5 } as const;
    for (const { kind, name, attributes = {}, sitsIn, id } of m4.elements) {
      await ana.press(ELEMENT_KINDS[kind].key);
      const field = ana.page.locator('[role="treeitem"] input');
      await field.waitFor();
      const named = await ax.focus();
      expect([named.role, named.name]).toEqual(['textbox', 'Name']);
      await ana.page.keyboard.insertText(name);
      await ana.press('Enter');
      const added = await onRow(name);
      expect(added.name).toBe(`${name}, ${ELEMENT_KINDS[kind].label.toLowerCase()}`);
      const before = [...tops].filter(([at]) => at <= rank[kind]).reduce((sum, [, n]) => sum + n, 0);
      const all = [...tops.values()].reduce((sum, n) => sum + n, 0);
      expect([added.level, added.place, added.of, added.selected]).toEqual([1, before + 1, all + 1, true]);
      // What many share is given to all of them at once, below.
      await set(attributes, kind === 'platform' ? ['scope', 'integrated'] : attributes['fn'] === 'MOP' ? ['fn'] : []);
      const boss = m4.relations.find((line) => line.kind === 'reports' && line.from === id)?.to;
      if (boss === undefined) tops.set(rank[kind], (tops.get(rank[kind]) ?? 0) + 1);
      else {
        await ask('Alt+m', nameOf(boss));
        const moved = await onRow(name);
        const kin = m4.relations.filter((line) => line.kind === 'reports' && line.to === boss).map((line) => line.from);
        expect([moved.level, moved.place, moved.of]).toEqual([
          boss === 'cmo' ? 2 : 3,
          kin.indexOf(id) + 1,
          kin.indexOf(id) + 1,
        ]);
        expect(await ana.ui('announcement')).toBe(
          `Moved under ${nameOf(boss)}, ${kin.indexOf(id) + 1} of ${kin.indexOf(id) + 1}, span now ${kin.indexOf(id) + 1}.`,
        );
      }
      if (sitsIn !== undefined) {
        await ask('Alt+i', nameOf(sitsIn));
        expect((await onRow(name)).description).toContain(`Sits in ${nameOf(sitsIn)}.`);
      }
    }
  }, 150_000);

  it('OUTLINE-22 several rows are selected with Shift, and a value is given to all of them as one step', async () => {
    await find('VP, strategic marketing operations');
    await onRow('VP, strategic marketing operations');
    for (let i = 0; i < 10; i += 1) await ana.press('Shift+ArrowDown');
    await onRow('Planning and budget manager');
    expect((await ana.selection()).length).toBe(11);
    await ask('Alt+e', 'Function: Marketing operations');
    expect((await onRow('Planning and budget manager')).name).toBe('Planning and budget manager, MOP, role');
    await find('Customer data platform');
    await onRow('Customer data platform');
    for (let i = 0; i < 4; i += 1) await ana.press('Shift+ArrowDown');
    await onRow('Outbound marketing automation');
    await ask('Alt+e', 'Scope: Global');
    await ask('Alt+e', 'Integrated: yes');
    const heard = (await ax.all('treeitem')).filter((row) => row.selected === true).map((row) => row.name);
    expect(heard).toHaveLength(5);
    for (const name of heard) expect(name).toMatch(/, platform$/);
    for (const name of heard) expect(name).toContain(' Global, ');
  }, 150_000);

  it('OUTLINE-23 every line: from a row to another by search, with its value, heard as a row under its source', async () => {
    const drawn = new Map<Id, number>();
    const lines = m4.relations.filter((line) => line.kind !== 'reports').sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const { from, kind, to, attributes = {} } of lines) {
      // From a line the left arrow leads back to its source.
      if (!drawn.has(from)) await find(nameOf(from));
      else
        for (let i = 0; i < 2 && !(await ax.focus()).name.startsWith(nameOf(from)); i += 1)
          await ana.press('ArrowLeft');
      const source = await onRow(nameOf(from));
      await ask('Alt+c', nameOf(to), RELATIONS[kind].label);
      const words = RELATIONS[kind].sentence('', nameOf(to), {}).trim();
      const line = await onRow(words.charAt(0).toUpperCase() + words.slice(1));
      const n = (drawn.get(from) ?? 0) + 1;
      drawn.set(from, n);
      const deeper = from === 'cmo' || from === 'vmo' ? 2 : 1;
      expect([line.level, line.of, line.selected]).toEqual([(source.level ?? 0) + deeper, n, true]);
      await set(attributes);
    }
  }, 150_000);

  it('OUTLINE-24 zones and friction round what is selected with Shift and Space, named where they stand', async () => {
    await find('Marketing operations');
    await ana.press('ArrowLeft');
    await onRow('Marketing operations');
    await ana.press('ArrowLeft');
    await onRow('VP, strategic marketing operations');
    for (let i = 0; i < 14 && (await ana.selection()).length < 11; i += 1) await ana.press('Shift+ArrowDown');
    for (const [title, only] of [
      ['Marketing', null],
      ['Sales', 'Sales'],
      ['Support', 'Customer support'],
    ] as const) {
      if (only !== null) {
        await find(only);
        await onRow(only);
      }
      await ana.run('Zone');
      await ana.page.locator('[role="treeitem"] input').waitFor();
      await ana.page.keyboard.insertText(title);
      await ana.press('Enter');
      const zone = await onRow(title);
      expect([zone.name, zone.level]).toEqual([`${title}, Function, zone`, 2]);
    }
    await find('Sales');
    await onRow('Sales');
    for (const name of ['Customer support', 'Marketing operations']) {
      const way = name === 'Customer support' ? 'ArrowDown' : 'ArrowUp';
      const there = () => ana.page.evaluate((wanted) => document.activeElement?.ariaLabel?.startsWith(wanted), name);
      for (let i = 0; i < 40 && (await there()) !== true; i += 1) await ana.press(`${MOD}+${way}`);
      await onRow(name);
      await ana.press('Space');
    }
    expect((await ana.selection()).length).toBe(3);
    await ana.run('Friction: Silo');
    const silo = await onRow('Friction Silo');
    expect(silo.description).toMatch(/^Friction “Silo”, open, on /);
    for (const name of ['Marketing operations', 'Sales', 'Customer support']) expect(silo.description).toContain(name);
    await ask('Alt+e', 'Status: Mitigated');
    await ask(
      'Alt+e',
      `${OVERLAYS.friction.fields.find((one) => one.id === 'mitigation')?.label} ${m4.frictions[0]?.mitigation}`,
    );
    expect((await onRow('Friction Silo')).name).toBe('Friction Silo, Mitigated, friction');
  }, 150_000);

  it('OUTLINE-25 what was built is the template, and is read in the order of the outline', async () => {
    const board = await agree(ana);
    const wanted = {
      elements: m4.elements
        .map(({ id, kind, name, sitsIn, attributes = {} }) => ({
          kind,
          name,
          boss: nameOf(m4.relations.find((line) => line.kind === 'reports' && line.from === id)?.to ?? ''),
          sitsIn: nameOf(sitsIn ?? ''),
          ...attributes,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      lines: m4.relations
        .filter((line) => line.kind !== 'reports')
        .map(
          ({ from, kind, to, attributes = {} }) =>
            `${nameOf(from)} ${kind} ${nameOf(to)} ${JSON.stringify(attributes)}`,
        )
        .sort(),
    };
    expect(meaning(board)).toEqual(wanted);
    const overlays = [...board.overlays.values()];
    expect(overlays.flatMap((one) => (one.kind === 'zone' ? [one.title] : [])).sort()).toEqual([
      'Marketing',
      'Sales',
      'Support',
    ]);
    const [friction] = overlays.flatMap((one) => (one.kind === 'friction' ? [one] : []));
    expect(friction?.on.map((id) => board.elements.get(id)?.name).sort()).toEqual([
      'Customer support',
      'Marketing operations',
      'Sales',
    ]);
    expect([friction?.status, friction?.mitigation]).toEqual(['mitigated', m4.frictions[0]?.mitigation]);
    const rows = (await ax.all('treeitem')).filter((row) => row.level === 1).map((row) => row.name.split(',')[0]);
    expect(rows).toEqual([
      'Digital transformation programme board',
      'Chief marketing officer',
      'Chief information officer',
      'Chief executive',
      'Sales',
      'Customer support',
      'Product',
      'Customer data platform',
      'CRM',
      'DAM / omnichannel content',
      'Analytics and reporting',
      'Outbound marketing automation',
      'Customer focus',
      'Deal-size growth',
      'Zones',
      'Friction',
    ]);
    expect(ATTRIBUTES.fn.label).toBe('Function');
    expect(ana.faults).toEqual([]);
  });
});

describe('two people', () => {
  it('SPEAK-10 what the other changes is said in a sentence, until that is switched off', async () => {
    const bo = await app.person();
    await bo.comeTo(ana, 'presenter');
    const log = ana.page.getByRole('log', { name: 'What others change' });
    await bo.select('Product');
    await bo.press('F2');
    await bo.name('Product and design');
    await expect.poll(() => log.textContent(), soon).toMatch(/^\S.* renamed Product to Product and design\.$/);
    const mute = ana.page.getByRole('button', { name: 'Say what others change' });
    await mute.press('Enter');
    expect(await mute.getAttribute('aria-pressed')).toBe('false');
    await bo.press('F2');
    await bo.name('Product');
    await expect.poll(() => ana.names(), soon).toContain('Product');
    expect(await log.textContent()).toBe('');
    await mute.press('Enter');
    await bo.press('Delete');
    await expect.poll(() => log.textContent(), soon).toMatch(/^\S.* deleted Product\.$/);
    expect(await ana.page.getByRole('treeitem', { name: /^Product, / }).count()).toBe(0);
    expect(bo.faults).toEqual([]);
    await bo.context.close();
  }, 60_000);

  it('OUTLINE-26 beside the drawing: what is chosen in one is chosen in the other, and names are written where one is', async () => {
    await ana.press('Escape');
    await ana.run('Outline');
    await ana.run('Outline');
    expect(await ana.ui('look')).toBe('both');
    await ana.select('Sales');
    const active = ana.page.locator('[role="treeitem"][tabindex="0"]');
    await expect.poll(() => active.getAttribute('aria-label'), soon).toMatch(/^Sales, /);
    await active.click();
    // Its lines were opened when they were drawn.
    await ana.press('ArrowLeft');
    await ana.press('ArrowDown');
    const { id } = await ana.the('Customer support');
    expect(await ana.selection()).toEqual([id]);
    await ana.press('F2');
    await ana.page.locator('[role="treeitem"] input').waitFor();
    expect(await ana.nameField.count()).toBe(0);
    await ana.page.keyboard.insertText('Support desk');
    await ana.press('Tab');
    await ana.page.locator('[role="treeitem"] input').waitFor();
    await ana.press('Escape');
    expect(await ana.bossOf('New team')).toBe('Support desk');
    await ana.press('Tab');
    expect(await ana.page.evaluate(() => document.activeElement?.closest('[role="tree"]'))).toBeNull();
    expect(ana.faults).toEqual([]);
  }, 60_000);
});
