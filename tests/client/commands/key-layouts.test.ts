import { describe, expect, it } from 'vitest';
import type { Command } from '../../../client/commands/define-command.ts';
import { COMMANDS } from '../../../client/commands/index.ts';
import { isMac, isSingleKey, type KeyPress, parseKey } from '../../../client/commands/keys.ts';
import { canRun, contextFor } from '../../../client/commands/support.ts';
import { commandFor } from '../../../client/commands/use-hotkeys.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

/** What the press, as a browser tells it, asks for on a window with one selected team, or with two. */
function asked(
  key: string,
  code: string,
  held: Partial<KeyPress> = {},
  target: Element = document.body,
): string | null {
  const runtime = createFakeRuntime();
  const one = runtime.add('unit', 'Marketing');
  const two = runtime.add('unit', 'Sales');
  if (held.altKey === true) runtime.select(one, two);
  else runtime.select(one);
  const { altGraph = false, ...flags } = held;
  const event = new KeyboardEvent('keydown', {
    bubbles: true,
    cancelable: true,
    key,
    code,
    modifierAltGraph: altGraph,
    ...flags,
  });
  target.dispatchEvent(event);
  return commandFor(COMMANDS, runtime, event)?.id ?? null;
}

describe('keys on other keyboards', () => {
  it('KEYS-1 on a Cyrillic layout every letter goes by its place', () => {
    expect(asked('м', 'KeyV')).toBe('tool.select');
    expect(asked('р', 'KeyH')).toBe('tool.hand');
    expect(asked('я', 'KeyZ', { ctrlKey: true })).not.toBe('view.find');
    expect(asked('а', 'KeyF', { ctrlKey: true })).toBe('view.find');
    expect(asked('л', 'KeyK', { ctrlKey: true })).toBe('view.commands');
    expect(asked('ф', 'KeyA', { altKey: true })).toBe('align.left');
  });

  it('KEYS-2 on a French layout letters go by what they print, digits by their place with or without Shift', () => {
    expect(asked('a', 'KeyQ', { ctrlKey: true })).toBe('selection.all');
    expect(asked('q', 'KeyA')).toBe('tool.keep');
    expect(asked('&', 'Digit1')).toBe('place.unit');
    expect(asked('é', 'Digit2')).toBe('place.role');
    expect(asked('"', 'Digit3')).toBe('place.platform');
    expect(asked("'", 'Digit4')).toBe('place.centre');
    expect(asked('1', 'Digit1', { shiftKey: true })).toBe('view.fit');
    expect(asked('a', 'KeyQ', { altKey: true })).toBe('align.left');
    expect(asked('/', 'Period', { shiftKey: true })).toBe('view.commands');
    expect(asked('?', 'KeyM', { shiftKey: true })).toBe('help.shortcuts');
  });

  it('KEYS-3 a sign that AltGr writes is that sign, and AltGr is never Ctrl and Alt', () => {
    const altGr = { ctrlKey: true, altKey: true, altGraph: true };
    expect(asked(']', 'Minus', altGr)).toBe('selection.front');
    expect(asked('[', 'Digit5', altGr)).toBe('selection.back');
    expect(asked('ą', 'KeyA', altGr)).toBeNull();
    expect(asked('€', 'KeyE', altGr)).toBeNull();
  });

  it('KEYS-4 on a Romanian layout the places of its own letters still hold the signs', () => {
    expect(asked('ă', 'BracketLeft')).toBe('selection.back');
    expect(asked('î', 'BracketRight')).toBe('selection.front');
    expect(asked('ț', 'Quote', { ctrlKey: true })).toBe('view.snapping');
    expect(asked('ț', 'Quote')).toBeNull();
  });

  it('KEYS-5 no two commands answer to one key, whatever is selected, held or looked at', () => {
    const users = new Map<string, Command[]>();
    for (const one of COMMANDS) {
      for (const spec of one.keys ?? []) {
        const { mod, alt, shift, key } = parseKey(spec);
        const name = `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key.toUpperCase()}`;
        users.set(name, [...(users.get(name) ?? []), one]);
      }
    }
    const clashes: string[] = [];
    for (const selected of [0, 1, 2]) {
      for (const kind of [null, 'unit'] as const) {
        for (const look of ['canvas', 'outline'] as const) {
          const runtime = createFakeRuntime();
          const all = [runtime.add('unit', 'Marketing'), runtime.add('unit', 'Sales')];
          runtime.select(...all.slice(0, selected));
          runtime.ui.setState({ look, tool: kind === null ? { tool: 'select' } : { tool: 'place', kind } });
          for (const [key, commands] of users) {
            const able = commands.filter((one) => canRun(one, contextFor(runtime)));
            if (able.length > 1) clashes.push(`${key}: ${able.map((one) => one.id).join(', ')}`);
          }
        }
      }
    }
    expect([...new Set(clashes)]).toEqual([]);
  });

  it('KEYS-6 switched off, no key that writes a sign does anything, and everything it did is still in a menu or the palette', () => {
    const single = COMMANDS.filter((one) => one.keys?.some(isSingleKey) === true);
    expect(single.length).toBeGreaterThan(15);
    expect(single.filter((one) => one.hidden === true).map((one) => one.id)).toEqual([]);
    const runtime = createFakeRuntime();
    runtime.select(runtime.add('unit', 'Marketing'));
    runtime.ui.setState({ singleKeys: false });
    const taken = [...'abcdefghijklmnopqrstuvwxyz0123456789/?[]'].flatMap((key) =>
      [false, true].flatMap((shiftKey) => {
        const code = /\d/.test(key) ? `Digit${key}` : /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : '';
        const event = new KeyboardEvent('keydown', { key: shiftKey ? key.toUpperCase() : key, code, shiftKey });
        const found = commandFor(COMMANDS, runtime, event);
        return found === null ? [] : [`${key} ${found.id}`];
      }),
    );
    // Shift and a digit writes no letter a screen reader reads by; it moves the view.
    expect(taken.filter((line) => !/^[012] view\./.test(line))).toEqual([]);
    expect(isMac()).toBe(false);
  });

  it('KEYS-7 F6 leads out of a field of a panel, and no other key is taken there', () => {
    const field = document.createElement('input');
    document.body.append(field);
    expect(asked('F6', 'F6', {}, field)).toBe('focus.next');
    expect(asked('F6', 'F6', { shiftKey: true }, field)).toBe('focus.previous');
    expect(asked('k', 'KeyK', { ctrlKey: true }, field)).toBeNull();
    field.remove();
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.append(field);
    document.body.append(dialog);
    expect(asked('F6', 'F6', {}, field)).toBeNull();
    dialog.remove();
  });
});
