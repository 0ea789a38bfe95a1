import { Button, Select } from '@mantine/core';
import { Repeat2, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import type { Id, Relation } from '#shared/board/model.ts';
import { sentenceOf } from '#shared/board/sentences.ts';
import { RELATION_LIST, RELATIONS } from '#shared/relations/index.ts';
import { ATTRIBUTES, type AttributeId } from '#shared/vocabulary/attributes.ts';
import { swapEnds } from '../commands/selection.ts';
import { attempt } from '../gestures/attempt.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';
import { AttributeField } from './AttributeField.tsx';
import { sharedValue } from './ElementDetails.tsx';
import styles from './Inspector.module.css';
import { useBoard } from './use-board.ts';

/** Draws the line again as another kind, with the attributes that the new kind has too. */
export function changeLineKind(runtime: BoardRuntime, line: Relation, next: Relation['kind']): Id | null {
  const kept = Object.entries(line.attributes).filter(([id]) => RELATIONS[next].attributes.some((one) => one === id));
  return attempt(runtime, () => {
    const id = runtime.editor.relate(next, line.from, line.to, Object.fromEntries(kept));
    if (id !== line.id) runtime.editor.remove([line.id]);
    return id;
  });
}

/** One line, or what several have in common. */
export function RelationDetails({ ids }: { readonly ids: readonly Id[] }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const lines = ids.flatMap((id) => board.relations.get(id) ?? []);
  const [line] = lines;
  const from = board.elements.get(line?.from ?? '');
  const to = board.elements.get(line?.to ?? '');
  const single = lines.length === 1 ? line : undefined;
  const common =
    line === undefined
      ? []
      : RELATIONS[line.kind].attributes.filter((id) =>
          lines.every((one) => RELATIONS[one.kind].attributes.includes(id)),
        );
  const change = (kind: string | null): void => {
    const next = RELATION_LIST.find((one) => one.id === kind);
    if (next === undefined || single === undefined || next.id === single.kind) return;
    const id = changeLineKind(runtime, single, next.id);
    if (id !== null) runtime.ui.setState({ selection: new Set([id]) });
  };
  const field = (id: AttributeId) => (
    <AttributeField
      key={id}
      attribute={ATTRIBUTES[id]}
      shared={sharedValue(lines, id)}
      onChange={(value) => attempt(runtime, () => runtime.editor.setAttributes(ids, { [id]: value }))}
    />
  );
  return (
    <>
      {single !== undefined && from !== undefined && to !== undefined && (
        <div className={styles['section']} style={{ borderTop: 0 }}>
          <p className={styles['hint']}>{sentenceOf(board, single.id)}</p>
          <div className={styles['row']}>
            <span className={styles['label']}>Kind</span>
            <Select
              aria-label="Kind of line"
              size="sm"
              variant="unstyled"
              className={styles['control'] ?? ''}
              allowDeselect={false}
              value={single.kind}
              data={RELATION_LIST.map((kind) => ({
                value: kind.id,
                label: kind.label,
                disabled: kind.id !== single.kind && kind.refuse(from, to, single.attributes) !== null,
              }))}
              comboboxProps={{ shadow: 'md' }}
              onChange={change}
            />
          </div>
        </div>
      )}
      {common.length > 0 && (
        <div className={styles['section']}>
          {common.filter((id) => ATTRIBUTES[id].value.type !== 'flag').map(field)}
          <div className={styles['chips']}>
            {common.filter((id) => ATTRIBUTES[id].value.type === 'flag').map(field)}
          </div>
        </div>
      )}
      <div className={styles['section']} style={{ display: 'flex', gap: 8 }}>
        {single !== undefined && !RELATIONS[single.kind].symmetric && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Repeat2 size={14} />}
            onClick={() => swapEnds(runtime, single.id)}
          >
            Swap ends
          </Button>
        )}
        <Button
          variant="default"
          size="sm"
          leftSection={<Trash2 size={14} />}
          onClick={() => attempt(runtime, () => runtime.editor.remove(ids))}
        >
          Delete
        </Button>
      </div>
    </>
  );
}
