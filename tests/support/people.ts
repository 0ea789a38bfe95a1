import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { fileText, writeFile } from '#shared/board/file.ts';
import { type Board, type BoardElement, type Id, type Point, type Relation, reportsId } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { violations } from '#shared/board/violations.ts';
import type { BoardSummary, Council, NewLink } from '#shared/protocol/api.ts';
import type { Role } from '#shared/rights/roles.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
// For `window.orgoraBoard`, which the page declares.
import type {} from '../../client/board-page/BoardPage.tsx';
import type { UiState } from '../../client/state/ui-store.ts';
import type { Line } from './line.ts';

/** Longest that anything a person waits for may take, in milliseconds; far more than it does take. */
const PATIENCE = 15_000;

export const soon = { timeout: PATIENCE, interval: 30 };

/** Ctrl, or Cmd on a Mac. */
export const MOD = 'ControlOrMeta';

/** A person at a browser: what they see, press and drag, in their words. Things on the board are named, not numbered. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly url: string;
  readonly #line: Line;
  /** Uncaught errors and what the console calls an error; a lost line is none. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page, line: Line) {
    this.context = context;
    this.page = page;
    this.url = line.url;
    this.#line = line;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) {
        this.faults.push(message.text());
      }
    });
    page.setDefaultTimeout(PATIENCE);
  }

  static async arrive(browser: Browser, line: Line, options: BrowserContextOptions): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      colorScheme: 'light',
      acceptDownloads: true,
      // The worker keeps the page for a time without a line, and costs as much as the page: who tests that allows it.
      serviceWorkers: 'block',
      baseURL: line.url,
      ...options,
    });
    return new Visitor(context, await context.newPage(), line);
  }

  // Coming and going

  async goto(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** From the home page to an empty board, as everybody does. */
  async newBoard(): Promise<void> {
    await this.goto('/');
    await this.page.getByRole('button', { name: 'New board', exact: true }).click();
    await this.ready();
    // Where the button was there is another one now: its hint would open, and take the first Escape.
    await this.page.mouse.move(720, 450);
  }

  /** Makes a council with one board from a template and opens it. */
  async openTemplate(id: string, title?: string): Promise<void> {
    const wanted = template(id);
    if (wanted === undefined) throw new RangeError(`There is no template ${id}.`);
    await this.openContent(boardFromTemplate(wanted), title ?? wanted.name);
  }

  /** Makes a council with one board of this content and opens it. */
  async openContent(content: Board, title = 'Board'): Promise<void> {
    const council = await this.ask<Council>('POST', '/api/councils', { title: 'Council' });
    const file = writeFile(content);
    const board = await this.ask<BoardSummary>('POST', `/api/councils/${council.id}/boards`, { title, file });
    await this.goto(`/c/${council.id}/b/${board.id}`);
    await this.ready();
  }

  /** Takes a seat by a link and opens the board another person has open. */
  async comeTo(other: Visitor, role: Role): Promise<void> {
    const { secret } = await other.link(role);
    await this.goto(`/join#${secret}`);
    await this.ready();
  }

  link(role: Role): Promise<NewLink> {
    return this.ask('POST', `/api/councils/${this.councilId}/links`, { role });
  }

  get councilId(): string {
    return /\/c\/([^/]+)/.exec(this.page.url())?.[1] ?? '';
  }

  get boardId(): string {
    return /\/b\/([^/?#]+)/.exec(this.page.url())?.[1] ?? '';
  }

  /** The server's API with this person's cookie. Throws for a refusal. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.context.request.fetch(`${this.url}${path}`, {
      method,
      headers: { origin: this.url },
      ...(body === undefined ? {} : { data: body }),
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? undefined : await answer.json()) as T;
  }

  /** Resolves when the canvas stands and the board is here. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => {
      const runtime = window.orgoraBoard;
      return runtime !== undefined && runtime.control !== null && runtime.sync.getState().state !== 'loading';
    });
  }

  // Looking

  /** The board as this page has it. */
  async board(): Promise<Board> {
    const here = await this.page.evaluate(() => {
      const board = window.orgoraBoard?.view.board;
      if (board === undefined) throw new Error('No board is open.');
      const { meta, elements, relations, overlays, frames, prompts, broken } = board;
      const entries = [elements, relations, overlays, frames, prompts].map((table) => [...table]);
      return { meta, entries: entries as [string, unknown][][], broken };
    });
    const [elements, relations, overlays, frames, prompts] = here.entries.map(
      (table) => new Map(table.map(([id, one]) => [id, Object.freeze(one)])),
    );
    return { ...here, elements, relations, overlays, frames, prompts } as unknown as Board;
  }

  /** The board as the server has it. */
  async storedBoard(): Promise<Board> {
    const answer = await this.context.request.get(
      `${this.url}/api/councils/${this.councilId}/boards/${this.boardId}/state`,
    );
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await answer.body());
    return readBoard(doc);
  }

  async elements(): Promise<BoardElement[]> {
    return [...(await this.board()).elements.values()];
  }

  async names(): Promise<string[]> {
    return (await this.elements()).map((one) => one.name).sort();
  }

  /** The element of this name. Throws when there is none, or more than one. */
  async the(name: string): Promise<BoardElement> {
    const found = (await this.elements()).filter((one) => one.name === name);
    const [one] = found;
    if (one === undefined || found.length > 1) throw new Error(`${found.length} elements are named ${name}.`);
    return one;
  }

  /** Name of whom it reports to, or `null`. */
  async bossOf(name: string): Promise<string | null> {
    const board = await this.board();
    const one = [...board.elements.values()].find((element) => element.name === name);
    const boss = board.relations.get(reportsId(one?.id ?? ''))?.to;
    return boss === undefined ? null : (board.elements.get(boss)?.name ?? null);
  }

  async lines(kind: Relation['kind']): Promise<string[]> {
    const { elements, relations } = await this.board();
    return [...relations.values()]
      .filter((one) => one.kind === kind)
      .map((one) => `${elements.get(one.from)?.name} → ${elements.get(one.to)?.name}`)
      .sort();
  }

  async selection(): Promise<Id[]> {
    return [...(await this.page.evaluate(() => [...(window.orgoraBoard?.ui.getState().selection ?? [])]))].sort();
  }

  ui<K extends keyof UiState>(slice: K): Promise<UiState[K]> {
    return this.page.evaluate((name) => window.orgoraBoard?.ui.getState()[name as never], slice) as never;
  }

  /** The chip beside the title. */
  get chip(): Locator {
    return this.page.getByTestId('saved');
  }

  /** Waits until the chip says so. */
  async says(words: string | RegExp): Promise<void> {
    await this.chip.filter({ hasText: words }).waitFor();
  }

  /** Waits for a sentence anywhere on the page. */
  async reads(sentence: string | RegExp): Promise<void> {
    await this.page.getByText(sentence).first().waitFor();
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  get nameField(): Locator {
    return this.page.getByRole('textbox', { name: 'Name', exact: true }).and(this.page.locator('.name-editor'));
  }

  // Doing

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Place in the window over a point of the board. */
  screen(at: Point): Promise<Point> {
    return this.page.evaluate((point) => {
      const found = window.orgoraBoard?.control?.toScreen(point);
      if (found === undefined) throw new Error('The canvas is not there.');
      return found;
    }, at);
  }

  /** Middle of an element, in the window. */
  async middle(name: string): Promise<Point> {
    const { x, y, w, h } = await this.the(name);
    return this.screen({ x: x + w / 2, y: y + h / 2 });
  }

  /** Takes a kind from the palette and clicks on the board, by default in the middle of it. Its name is being edited then. */
  async place(label: string, at: Point = { x: 640, y: 420 }): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Palette' })
      .getByRole('button', { name: label, exact: true })
      .click();
    await this.page.mouse.click(at.x, at.y);
    await this.nameField.waitFor();
  }

  /** Types the name that is being edited and ends the edit. */
  async name(text: string): Promise<void> {
    await this.nameField.waitFor();
    await this.page.keyboard.type(text);
    await this.press('Enter');
    await this.nameField.waitFor({ state: 'detached' });
  }

  /** Clicks elements, so that exactly these are selected. */
  async select(...names: string[]): Promise<void> {
    let first = true;
    for (const name of names) {
      const at = await this.middle(name);
      if (!first) await this.page.keyboard.down('Shift');
      await this.page.mouse.click(at.x, at.y);
      if (!first) await this.page.keyboard.up('Shift');
      first = false;
    }
    const wanted = await Promise.all(names.map(async (name) => (await this.the(name)).id));
    expect(await this.selection()).toEqual(wanted.sort());
  }

  /** Clicks where nothing is, so that nothing is selected and the canvas has the keys. */
  async selectNothing(): Promise<void> {
    await this.page.evaluate(() => {
      window.orgoraBoard?.ui.setState({ selection: new Set() });
      window.orgoraBoard?.control?.focus();
    });
  }

  /** Presses, moves in steps and releases; `hold` runs before the release. */
  async pull(from: Point, to: Point, hold?: () => Promise<unknown>): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 6, from.y + 3);
    await mouse.move(to.x, to.y, { steps: 6 });
    if (hold !== undefined) await hold();
    await mouse.up();
  }

  /** Drags an element by board units, held free of the guides. */
  async drag(name: string, by: Point): Promise<void> {
    const { x, y, w, h } = await this.the(name);
    const to = await this.screen({ x: x + w / 2 + by.x, y: y + h / 2 + by.y });
    await this.pull(await this.middle(name), to);
  }

  /** Drags an element onto another and rests there until it would report to it. */
  async reportTo(name: string, boss: string): Promise<void> {
    const { id } = await this.the(boss);
    await this.pull(await this.middle(name), await this.middle(boss), () =>
      this.page.waitForFunction(
        (to) => {
          const target = window.orgoraBoard?.ui.getState().dropTarget;
          return target?.id === to && target.as === 'report';
        },
        id,
        { timeout: PATIENCE },
      ),
    );
  }

  async rename(name: string, next: string): Promise<void> {
    const at = await this.middle(name);
    await this.page.mouse.dblclick(at.x, at.y);
    await this.name(next);
  }

  undo(): Promise<void> {
    return this.press(`${MOD}+z`);
  }

  redo(): Promise<void> {
    return this.press(`${MOD}+Shift+z`);
  }

  /** Runs a command by its title from the command palette. */
  async run(title: string): Promise<void> {
    await this.press(`${MOD}+k`);
    const field = this.page.getByRole('combobox', { name: 'Do anything' });
    await field.fill(title);
    await this.page.getByRole('option', { name: title }).first().waitFor();
    await field.press('Enter');
  }

  /** The line goes, also under what is open. */
  async loseTheLine(): Promise<void> {
    this.#line.cut();
    await this.context.setOffline(true);
  }

  async regainTheLine(): Promise<void> {
    this.#line.mend();
    await this.context.setOffline(false);
  }

  async leave(): Promise<void> {
    await this.context.close();
    await this.#line.close();
  }
}

/** Waits until all these pages and the server hold the same valid board with everything saved. Answers that board. */
export async function agree(...people: readonly Visitor[]): Promise<Board> {
  const [first] = people;
  if (first === undefined) throw new RangeError('Somebody must be there to agree.');
  for (const person of people) {
    await person.page.waitForFunction(() => {
      const sync = window.orgoraBoard?.sync.getState();
      return sync?.state === 'saved' && sync.pending === 0;
    });
  }
  await expect
    .poll(async () => {
      const stored = fileText(await first.storedBoard());
      const seen = await Promise.all(people.map(async (person) => fileText(await person.board())));
      return seen.every((text) => text === stored);
    }, soon)
    .toBe(true);
  const board = await first.storedBoard();
  expect(violations(board)).toEqual([]);
  return board;
}
