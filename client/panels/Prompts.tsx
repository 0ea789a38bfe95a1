import { ActionIcon, Textarea } from '@mantine/core';
import { X } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import type { Prompt } from '#shared/board/model.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import { openPrompts } from './open-prompts.ts';
import styles from './Prompts.module.css';
import { useBoard, useUi } from './use-board.ts';

function Card({ prompt }: { readonly prompt: Prompt }): JSX.Element {
  const runtime = useRuntime();
  const [answer, setAnswer] = useState(prompt.answer);
  useEffect(() => setAnswer(prompt.answer), [prompt.answer]);
  const may = runtime.can('board.edit');
  const save = (): void => {
    if (answer !== prompt.answer) attempt(runtime, () => runtime.editor.updatePrompt(prompt.id, { answer }));
  };
  return (
    <li className={styles['card']}>
      <div className={styles['question']}>
        <span>{prompt.text}</span>
        {may && (
          <ActionIcon
            variant="subtle"
            size={24}
            aria-label={`Dismiss: ${prompt.text}`}
            onClick={() => {
              attempt(runtime, () => runtime.editor.updatePrompt(prompt.id, { dismissed: true }));
              runtime.notify('The question is put away.', {
                label: 'Put it back',
                run: () => attempt(runtime, () => runtime.editor.updatePrompt(prompt.id, { dismissed: false })),
              });
            }}
          >
            <X size={13} />
          </ActionIcon>
        )}
      </div>
      {may ? (
        <Textarea
          aria-label={`Answer: ${prompt.text}`}
          placeholder="Answer in a line"
          autosize
          minRows={1}
          maxRows={6}
          size="sm"
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          onBlur={save}
        />
      ) : (
        prompt.answer !== '' && <p>{prompt.answer}</p>
      )}
    </li>
  );
}

export function PromptList(): JSX.Element {
  const open = openPrompts(useBoard());
  if (open.length === 0)
    return (
      <p className={styles['none']}>No questions are open. They come with a template; answers stay on the board.</p>
    );
  return (
    <ul className={styles['list']}>
      {open.map((prompt) => (
        <Card key={prompt.id} prompt={prompt} />
      ))}
    </ul>
  );
}

/** Questions that came with a template, to answer or put away. */
export function Prompts(): JSX.Element | null {
  const { ui } = useRuntime();
  const board = useBoard();
  const closed = useUi((state) => state.closedPanels.has('prompts'));
  const open = openPrompts(board);
  if (open.length === 0) return null;
  const toggle = (): void =>
    ui.setState(({ closedPanels }) => {
      const next = new Set(closedPanels);
      if (!next.delete('prompts')) next.add('prompts');
      return { closedPanels: next };
    });
  const unanswered = open.filter((prompt) => prompt.answer === '').length;
  return (
    <section className={styles['prompts']} aria-label="Questions">
      <button type="button" className={styles['head']} aria-expanded={!closed} onClick={toggle}>
        <span>Questions to settle</span>
        <span>{unanswered === 0 ? 'all answered' : `${unanswered} open`}</span>
      </button>
      {!closed && <PromptList />}
    </section>
  );
}
