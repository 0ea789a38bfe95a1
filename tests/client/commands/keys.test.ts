import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../../client/commands/index.ts';
import { isSingleKey, type KeyPress, keyCaps, matches } from '../../../client/commands/keys.ts';
import { commandFor } from '../../../client/commands/use-hotkeys.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const event = (init: KeyboardEventInit, target: Element = document.body): KeyboardEvent => {
  const made = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(made);
  return made;
};

describe('keys', () => {
  it('KEY-1 a letter goes by what is typed, and by its place where the layout has no such letter', () => {
    expect(matches('Mod+Z', press('z', 'KeyY', { ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+Z', press('y', 'KeyZ', { ctrlKey: true }), false)).toBe(false);
    expect(matches('Mod+Z', press('я', 'KeyZ', { ctrlKey: true }), false)).toBe(true);
  });

  it('KEY-2 Mod is Ctrl, and Cmd on a Mac, never the other one', () => {
    expect(matches('Mod+D', press('d', 'KeyD', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+D', press('d', 'KeyD', { ctrlKey: true }), true)).toBe(false);
    expect(matches('Mod+D', press('d', 'KeyD', { metaKey: true }), false)).toBe(false);
  });

  it('KEY-3 signs are found wherever the layout puts them', () => {
    expect(matches('?', press('?', 'Minus', { shiftKey: true }), false)).toBe(true);
    expect(matches('/', press('/', 'Digit7', { shiftKey: true }), false)).toBe(true);
    expect(matches('Shift+1', press('!', 'Digit1', { shiftKey: true }), false)).toBe(true);
    expect(matches('1', press('!', 'Digit1', { shiftKey: true }), false)).toBe(false);
    expect(matches('Mod+Plus', press('=', 'Equal', { ctrlKey: true }), false)).toBe(true);
  });

  it('KEY-4 single keys are those without Ctrl or Alt that write a sign', () => {
    expect(isSingleKey('V')).toBe(true);
    expect(isSingleKey('?')).toBe(true);
    expect(isSingleKey('Shift+T')).toBe(true);
    expect(isSingleKey('Tab')).toBe(false);
    expect(isSingleKey('Mod+D')).toBe(false);
    expect(keyCaps('Mod+Shift+L', false)).toEqual(['Ctrl', 'Shift', 'L']);
  });

  it('KEY-5 nothing is taken while somebody types, or while a name is being edited', () => {
    const runtime = createFakeRuntime();
    const input = document.createElement('input');
    document.body.append(input);
    expect(commandFor(COMMANDS, runtime, event({ key: 'v', code: 'KeyV' }, input))).toBeNull();
    expect(commandFor(COMMANDS, runtime, event({ key: 'v', code: 'KeyV' }))?.id).toBe('tool.select');
    runtime.ui.setState({ editing: { id: 'x', initial: null } });
    expect(commandFor(COMMANDS, runtime, event({ key: 'v', code: 'KeyV' }))).toBeNull();
    input.remove();
  });

  it('KEY-6 single keys can be switched off, the others stay', () => {
    const runtime = createFakeRuntime();
    runtime.ui.setState({ singleKeys: false });
    expect(commandFor(COMMANDS, runtime, event({ key: 'v', code: 'KeyV' }))).toBeNull();
    expect(commandFor(COMMANDS, runtime, event({ key: 'k', code: 'KeyK', ctrlKey: true }))?.id).toBe('view.commands');
  });

  it('KEY-7 Tab is ours only while one element is selected, and not when Tab shall move the focus', () => {
    const runtime = createFakeRuntime();
    const tab = { key: 'Tab', code: 'Tab' };
    expect(commandFor(COMMANDS, runtime, event(tab))).toBeNull();
    runtime.select(runtime.add('unit', 'Marketing'));
    expect(commandFor(COMMANDS, runtime, event(tab))?.id).toBe('tree.below');
    vi.stubGlobal('localStorage', { getItem: (key: string) => (key === 'orgora-tab-moves-focus' ? 'on' : null) });
    expect(commandFor(COMMANDS, runtime, event(tab))).toBeNull();
    vi.unstubAllGlobals();
  });

  it('KEY-8 Enter and arrows belong to a focused button, not to the board', () => {
    const runtime = createFakeRuntime();
    runtime.select(runtime.add('unit', 'Marketing'));
    const button = document.createElement('button');
    document.body.append(button);
    expect(commandFor(COMMANDS, runtime, event({ key: 'Enter', code: 'Enter' }, button))).toBeNull();
    expect(commandFor(COMMANDS, runtime, event({ key: 'Enter', code: 'Enter' }))?.id).toBe('tree.beside');
    button.remove();
  });
});
