import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { useOthersSaid } from '../../../client/outline/use-others-said.ts';
import { useFrictionChooser } from '../../../client/panels/use-friction-chooser.ts';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

/** When another state is shown, nothing was added or removed. */
describe('another state is shown', () => {
  let runtime: FakeRuntime;
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <RuntimeContext value={runtime}>{children}</RuntimeContext>
  );

  beforeEach(() => {
    stubBrowser();
    vi.useFakeTimers();
    runtime = createFakeRuntime('convenor');
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  /** Somebody else renames an element of the first state. */
  const renamedByOther = (id: string, name: string): void => {
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(runtime.doc));
    createEditor(theirs, { origin: theirs, newId: () => 'x' }).rename(id, name);
    act(() => Y.applyUpdate(runtime.doc, Y.encodeStateAsUpdate(theirs)));
  };

  it('GAP-8 what others changed just before is said; once another state is shown it is not said as a removal', () => {
    const web = runtime.add('unit', 'Web team');
    runtime.editor.addState('target', 'Target', null);
    const { result } = renderHook(() => useOthersSaid(), { wrapper });
    renamedByOther(web, 'Web');
    act(() => vi.advanceTimersByTime(5_000));
    expect(result.current).toContain('Web');
    const said = result.current;
    renamedByOther(web, 'Web and shop');
    act(() => runtime.view.show('target'));
    act(() => vi.advanceTimersByTime(5_000));
    expect(result.current).toBe(said);
  });

  it('GAP-8 a marker that is seen again when a state is removed does not ask what rubs', () => {
    const web = runtime.add('unit', 'Web team');
    renderHook(() => useFrictionChooser(), { wrapper });
    runtime.editor.addFriction({ friction: 'unclear-owner', on: [web] });
    expect(runtime.ui.getState().overlay.type).toBe('friction-chooser');
    runtime.ui.setState({ overlay: { type: 'none' } });
    runtime.editor.addState('target', 'Target', null);
    runtime.view.show('target');
    runtime.editor.removeState('target');
    expect(runtime.view.state).toBe('now');
    expect(runtime.ui.getState().overlay.type).toBe('none');
  });
});
