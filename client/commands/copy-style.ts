import { Paintbrush, PaintRoller } from 'lucide-react';
import type { AttributeValue, BoardElement } from '#shared/board/model.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import type { ElementStyle } from '../state/ui-store.ts';
import { type Command, defineCommand } from './define-command.ts';
import { hasElements, onlyElement, selectedElements } from './support.ts';

/** What makes boxes look alike, with their size; never who, how many or what they cost. */
const LOOKS = ['fn', 'scope', 'arrange', 'type'] as const;

export function styleOf(element: BoardElement): ElementStyle {
  const attributes: Record<string, AttributeValue> = {};
  for (const id of LOOKS) {
    const value = element.attributes[id];
    if (value !== undefined) attributes[id] = value;
  }
  return { attributes, w: element.w, h: element.h };
}

/** What an element takes over: attributes its kind has; one that the pattern has not is taken away. */
export function patchFor(element: BoardElement, style: ElementStyle): Readonly<Record<string, AttributeValue | null>> {
  const offered: readonly string[] = ELEMENT_KINDS[element.kind].attributes;
  return Object.fromEntries(
    LOOKS.filter((id) => offered.includes(id) || id === 'arrange').map((id) => [id, style.attributes[id] ?? null]),
  );
}

const COPY_STYLE = defineCommand({
  id: 'style.copy',
  title: 'Copy the look',
  group: 'Change',
  keys: ['Mod+Alt+C'],
  icon: Paintbrush,
  words: 'style format painter function scope size',
  contextMenu: 'selection',
  needs: 'board.edit',
  enabled: ({ runtime }) => onlyElement(runtime) !== null,
  run({ runtime }) {
    const element = onlyElement(runtime);
    if (element !== null) runtime.ui.setState({ style: styleOf(element), announcement: 'Look copied.' });
  },
});

const PASTE_STYLE = defineCommand({
  id: 'style.paste',
  title: 'Give the copied look',
  group: 'Change',
  keys: ['Mod+Alt+V'],
  icon: PaintRoller,
  words: 'style format painter apply',
  contextMenu: 'selection',
  needs: 'board.edit',
  enabled: (context) => context.runtime.ui.getState().style !== null && hasElements(context),
  run({ runtime }) {
    const { style } = runtime.ui.getState();
    if (style === null) return;
    const elements = selectedElements(runtime);
    const { board } = runtime.view;
    const done = attempt(runtime, () => {
      for (const one of elements) runtime.editor.setAttributes([one.id], patchFor(one, style));
      // A container is as large as what it holds.
      const holders = new Set([...board.elements.values()].map((one) => one.sitsIn));
      const boxes = elements
        .filter((one) => !holders.has(one.id))
        .map((one) => {
          const { leastSize } = ELEMENT_KINDS[one.kind];
          const box = { x: one.x, y: one.y, w: Math.max(style.w, leastSize.w), h: Math.max(style.h, leastSize.h) };
          return [one.id, box] as const;
        });
      runtime.editor.resize(new Map(boxes));
      return true;
    });
    if (done !== null) runtime.ui.setState({ announcement: `Look given to ${elements.length}.` });
  },
});

export const STYLES: readonly Command[] = [COPY_STYLE, PASTE_STYLE];
