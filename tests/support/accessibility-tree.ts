import type { CDPSession, Page } from 'playwright-core';

/** What the browser hands to a screen reader for one thing. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly level: number | null;
  readonly expanded: boolean | null;
  readonly selected: boolean | null;
  readonly focused: boolean;
}

interface AxValue {
  readonly value?: unknown;
}

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

const text = (value: AxValue | undefined): string => String(value?.value ?? '');

function heard(node: AxNode): Heard {
  const property = (name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;
  const flag = (name: string): boolean | null => {
    const value = property(name);
    return value === undefined ? null : value === true || value === 'true';
  };
  const level = property('level');
  return {
    role: text(node.role),
    name: text(node.name),
    description: text(node.description),
    level: level === undefined ? null : Number(level),
    expanded: flag('expanded'),
    selected: flag('selected'),
    focused: flag('focused') === true,
  };
}

/** The accessibility tree of a page, as Chromium builds it. */
export class AccessibilityTree {
  readonly #page: Page;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  static async of(page: Page): Promise<AccessibilityTree> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Accessibility.enable');
    return new AccessibilityTree(page, cdp);
  }

  /** What has the focus, with its place and count among its siblings as the page states them. */
  async focus(): Promise<Heard & { readonly place: number | null; readonly of: number | null }> {
    const { result } = await this.#cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await this.#cdp.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    });
    const [node] = nodes as unknown as AxNode[];
    if (node === undefined) throw new Error('Nothing has the focus.');
    const [place, of] = await this.#page.evaluate(() =>
      ['aria-posinset', 'aria-setsize'].map((name) => document.activeElement?.getAttribute(name) ?? null),
    );
    const number = (value: string | null | undefined): number | null => (value == null ? null : Number(value));
    return { ...heard(node), place: number(place), of: number(of) };
  }

  /** Everything of one role, in the order in which a screen reader meets it. */
  async all(role: string): Promise<Heard[]> {
    const { nodes } = await this.#cdp.send('Accessibility.getFullAXTree');
    const list = nodes as unknown as AxNode[];
    const byId = new Map(list.map((node) => [node.nodeId, node]));
    const found: Heard[] = [];
    const walk = (node: AxNode): void => {
      if (!node.ignored && text(node.role) === role) found.push(heard(node));
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child !== undefined) walk(child);
      }
    };
    for (const node of list) if (node.parentId === undefined) walk(node);
    return found;
  }
}
