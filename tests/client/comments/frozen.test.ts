import { describe, expect, it } from 'vitest';
import { writeFile } from '#shared/board/file.ts';
import type { FrozenPart } from '#shared/critique/comment.ts';
import { frozenView } from '../../../client/critique/comments/frozen.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

describe('what a comment was made on', () => {
  const runtime = createFakeRuntime();
  const chief = runtime.add('role', 'Chief');
  const web = runtime.add('unit', 'Web', { y: 200, boss: chief });
  const frozen: FrozenPart = { version: 1, file: JSON.parse(JSON.stringify(writeFile(runtime.board))) };

  it('THREAD-9 is shown alone as long as it is the same, whatever else was drawn', () => {
    runtime.add('unit', 'Data', { x: 600 });
    expect(frozenView(frozen, runtime.board)).toMatchObject({ now: null, changes: [] });
  });

  it('THREAD-10 is shown beside how it is now, with what differs in words, also when it is gone', () => {
    runtime.editor.rename(web, 'Web and apps');
    const view = frozenView(frozen, runtime.board);
    expect(view?.then.elements.get(web)?.name).toBe('Web');
    expect(view?.now?.elements.get(web)?.name).toBe('Web and apps');
    expect(view?.changes.join(' ')).toMatch(/Web and apps/);
    runtime.editor.remove([web, chief]);
    expect(frozenView(frozen, runtime.board)?.now?.elements.size).toBe(0);
    expect(frozenView({ version: 1, file: { format: 'something else' } }, runtime.board)).toBeNull();
  });
});
