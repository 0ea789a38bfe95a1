import { ActionIcon, Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { Merge, Plus, Trash2 } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import { commentKind } from '#shared/critique/kinds.ts';
import type { Vote } from '#shared/critique/public.ts';
import { api } from '../../session/api.ts';
import { newId } from '../../session/new-id.ts';
import { notify } from '../../session/notify.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { type Candidate, candidatesOf, type DraftItem, MOST_ITEMS, merged } from './items.ts';
import styles from './Votes.module.css';

interface Props {
  readonly room: CritiqueRoom;
  /** The vote that is changed; `null` for a new one. */
  readonly vote: Vote | null;
}

const labelled = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

/** What is voted on: taken from what was said, like items merged, at most twelve. */
export function PrepareVote({ room, vote }: Props): JSX.Element {
  const budgetOf = room.store.getState().session?.rules.votes ?? 3;
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [items, setItems] = useState<readonly DraftItem[]>(vote?.items ?? []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle] = useState(vote?.title ?? 'What matters most');
  const [budget, setBudget] = useState(vote?.budget ?? budgetOf);
  const { councilId } = room;
  useEffect(() => {
    api.recap(councilId).then(
      (recap) => setCandidates(candidatesOf(recap)),
      (error: unknown) =>
        notify(error instanceof Error ? error.message : 'What was said could not be read. Try again.'),
    );
  }, [councilId]);
  const taken = new Set(items.flatMap(({ comments }) => comments));
  const left = candidates.filter(({ id }) => !taken.has(id));
  const full = items.length >= MOST_ITEMS;
  const add = (label: string, comments: readonly string[]): void =>
    setItems((now) => (now.length >= MOST_ITEMS ? now : [...now, { id: newId(), label: labelled(label), comments }]));
  const change = (id: string, label: string): void =>
    setItems((now) => now.map((item) => (item.id === id ? { ...item, label } : item)));
  const toggle = (id: string): void =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const show = async (): Promise<void> => {
    const id = vote === null || vote.state === 'closed' ? newId() : vote.id;
    const named = items.filter(({ label }) => label.trim() !== '');
    if (await room.send({ type: 'vote.prepare', id, title: title.trim() || 'Vote', items: named, budget })) {
      await room.send({ type: 'vote.show', id });
    }
  };
  return (
    <div className={styles['prepare']}>
      <TextInput label="Title" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <NumberInput
        label="Votes of each person"
        min={1}
        max={10}
        value={budget}
        onChange={(value) => setBudget(Math.max(1, Math.min(10, Number(value) || 1)))}
      />
      <section aria-label="Items">
        <div className={styles['line']}>
          <h3>
            Items, {items.length} of {MOST_ITEMS}
          </h3>
          <Button
            size="xs"
            variant="default"
            leftSection={<Merge size={14} aria-hidden="true" />}
            disabled={chosen.size < 2}
            onClick={() => {
              setItems((now) => merged(now, chosen));
              setChosen(new Set());
            }}
          >
            Merge {chosen.size > 1 ? chosen.size : ''}
          </Button>
        </div>
        <ul className={styles['items']}>
          {items.map(({ id, label, comments }) => (
            <li key={id}>
              <Checkbox aria-label={`Choose to merge: ${label}`} checked={chosen.has(id)} onChange={() => toggle(id)} />
              <Textarea
                autosize
                minRows={1}
                maxLength={200}
                aria-label="Words of this item"
                value={label}
                rightSection={comments.length > 1 ? <span title="Comments in it">{comments.length}</span> : null}
                onChange={(event) => change(id, event.currentTarget.value)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Take out: ${label}`}
                onClick={() => setItems((now) => now.filter((item) => item.id !== id))}
              >
                <Trash2 size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<Plus size={14} aria-hidden="true" />}
          disabled={full}
          onClick={() => add('', [])}
        >
          Write an item
        </Button>
      </section>
      {left.length > 0 && (
        <section aria-label="What was said">
          <h3>What was said</h3>
          <ul className={styles['candidates']}>
            {left.map(({ id, text, kind, alias, weight }) => (
              <li key={id}>
                <button type="button" disabled={full} onClick={() => add(text, [id])}>
                  <Plus size={14} aria-hidden="true" />
                  <span>
                    {text}
                    <small>
                      {commentKind(kind).label}
                      {alias === '' ? '' : ` · ${alias}`}
                      {weight === 0 ? '' : ` · ${weight}`}
                    </small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button disabled={items.every(({ label }) => label.trim() === '')} onClick={() => void show()}>
        Show how it works
      </Button>
    </div>
  );
}
