import { describe, expect, it } from 'vitest';
import { COMMANDS, command } from '../../../client/commands/index.ts';
import { canRun, contextFor } from '../../../client/commands/support.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

describe('the list of commands', () => {
  it('CMD-1 every command has an id of its own', () => {
    const ids = COMMANDS.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('CMD-2 no two commands share a key, but Enter, which places while a kind is taken', () => {
    const keys = COMMANDS.filter((one) => one.id !== 'place.here').flatMap((one) => one.keys ?? []);
    const twice = keys.filter((key, i) => keys.indexOf(key) !== i);
    expect(twice).toEqual([]);
  });

  it('CMD-3 every key that the product promises is taken', () => {
    const keys = new Set(COMMANDS.flatMap((one) => one.keys ?? []));
    const promised =
      "V H A T N F Q 1 2 3 4 5 6 7 8 / ? Tab Enter Shift+Enter Shift+Tab F2 Delete Escape Mod+K Mod+F Shift+1 Shift+2 Shift+0 Mod+G Mod+D Mod+Shift+L Alt+A Alt+D Alt+W Alt+S Alt+H Alt+V ] [ Mod+' Mod+. Mod+Z Mod+Y Mod+Shift+E".split(
        ' ',
      );
    expect(promised.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('CMD-4 who only looks is offered nothing that changes the board', () => {
    const runtime = createFakeRuntime('observer');
    const before = runtime.view.board;
    const id = 'nobody';
    runtime.select(id);
    const offered = COMMANDS.filter((one) => canRun(one, contextFor(runtime))).map((one) => one.id);
    expect(offered).not.toContain('place.unit');
    expect(offered.filter((one) => /^(place|kind|function|align|arrange|clipboard\.(cut|paste))/.test(one))).toEqual(
      [],
    );
    expect(offered).toContain('view.fit');
    expect(runtime.view.board).toBe(before);
  });

  it('CMD-5 an id that is not in the list is a fault, said by name', () => {
    expect(() => command('selection.nothing')).toThrow('selection.nothing');
  });
});
