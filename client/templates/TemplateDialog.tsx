import { Button, Modal } from '@mantine/core';
import type { JSX } from 'react';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Board } from '#shared/board/model.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';
import { TemplateBrowser } from './TemplateBrowser.tsx';
import { templateBoard } from './template-boards.ts';

const GAP = 96;

/** Moves a template to the right of what is drawn. */
function beside(content: Board, present: Board): Board {
  const here = boundsOf(present.elements.values());
  const there = boundsOf(content.elements.values());
  if (here === null || there === null) return content;
  const dx = Math.round(here.x + here.w + GAP - there.x);
  const dy = Math.round(here.y - there.y);
  const shift = <T extends { readonly x: number; readonly y: number }>(item: T): T => ({
    ...item,
    x: item.x + dx,
    y: item.y + dy,
  });
  return {
    ...content,
    elements: new Map([...content.elements].map(([id, e]) => [id, shift(e)])),
    overlays: new Map([...content.overlays].map(([id, o]) => [id, o.kind === 'zone' ? shift(o) : o])),
    frames: new Map([...content.frames].map(([id, f]) => [id, shift(f)])),
  };
}

function insert(runtime: BoardRuntime, template: Template): void {
  const { editor, view, ui } = runtime;
  const content = beside(templateBoard(template), view.board);
  const ids = editor.transact(() => {
    if (view.board.meta.title === '') editor.setMeta({ title: template.name, template: template.id });
    return editor.addElements({
      elements: [...content.elements.values()],
      relations: [...content.relations.values()],
      overlays: [...content.overlays.values()],
      frames: [...content.frames.values()],
      prompts: [...content.prompts.values()],
    });
  });
  const added = [...content.elements.keys()].flatMap((id) => ids.get(id) ?? []);
  ui.setState({
    overlay: { type: 'none' },
    selection: new Set(added),
    announcement: `${template.name} was added: ${added.length} elements.`,
  });
  runtime.control?.fit({ ids: added });
}

/** The gallery over an open board: the template is added beside what is drawn, as one step. */
export function TemplateDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const runtime = useRuntime();
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1200px, 94vw)"
      title="Templates"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <TemplateBrowser
        actions={(template) => (
          <Button onClick={() => insert(runtime, template)} style={{ flex: 1 }}>
            Insert here
          </Button>
        )}
      />
    </Modal>
  );
}
