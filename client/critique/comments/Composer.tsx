import { Button, Select, TextInput } from '@mantine/core';
import { ArrowUp, PencilRuler, X } from 'lucide-react';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { JUDGING_HINT, judgingWords } from '#shared/critique/judging.ts';
import { commentKind } from '#shared/critique/kinds.ts';
import { FRICTION_KINDS } from '#shared/overlays/friction-kinds.ts';
import { useBoard } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom, CritiqueUi } from '../critique-room.ts';
import { mayPin, reachedHere } from './actions.ts';
import { anchorName } from './anchor-name.ts';
import styles from './Comments.module.css';
import composer from './Composer.module.css';
import { type Draft, keepDraft, keptDraft } from './drafts.ts';
import { heldWords } from './held.ts';
import { KindChips } from './KindChips.tsx';
import { MentionField } from './MentionField.tsx';
import { missing, sendComment } from './send-comment.ts';
import { useAliases } from './use-aliases.ts';

const FRICTIONS = FRICTION_KINDS.map(({ id, label }) => ({ value: id, label }));

const LEVELS = [
  { value: 1, label: '1', term: 'Slows us down' },
  { value: 2, label: '2', term: 'Hurts the result' },
  { value: 3, label: '3', term: 'Could make it fail' },
] as const;

const begun = ({ kind, anchor }: NonNullable<CritiqueUi['draft']>): Draft => ({
  kind,
  anchor,
  text: '',
  friction: 'unclear-owner',
  level: 2,
  term: '',
  symbol: '',
  meaning: '',
});

type Change = (part: Partial<Draft>) => void;

function FrictionFields({ draft, change }: { readonly draft: Draft; readonly change: Change }): JSX.Element {
  return (
    <div className={composer['extra']}>
      <Select
        size="xs"
        label="Kind of friction"
        data={FRICTIONS}
        value={draft.friction}
        allowDeselect={false}
        searchable
        comboboxProps={{ withinPortal: true }}
        onChange={(value) => change({ friction: value ?? draft.friction })}
      />
      <fieldset className={composer['levels']}>
        <legend>How grave</legend>
        {LEVELS.map(({ value, label, term }) => (
          <label key={value} data-on={draft.level === value} title={term}>
            <input
              type="radio"
              name="level"
              checked={draft.level === value}
              aria-label={`${label}: ${term}`}
              onChange={() => change({ level: value })}
            />
            {label}
          </label>
        ))}
        <span>{LEVELS[draft.level - 1]?.term}</span>
      </fieldset>
    </div>
  );
}

function WordFields({ draft, change }: { readonly draft: Draft; readonly change: Change }): JSX.Element {
  const field = (key: 'term' | 'symbol' | 'meaning', label: string, placeholder: string): JSX.Element => (
    <TextInput
      size="xs"
      label={label}
      placeholder={placeholder}
      maxLength={200}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={composer['extra']}>
      {field('term', 'Our word', 'Marketing operations')}
      {field('symbol', 'For which symbol', 'Team')}
      {field('meaning', 'What it means with us', 'Runs the platforms and the data')}
    </div>
  );
}

interface Props {
  readonly room: CritiqueRoom;
  readonly draft: NonNullable<CritiqueUi['draft']>;
  /** It always stands there: it takes no focus and cannot be closed. */
  readonly stays?: boolean;
}

/** Writes a comment on one place: its kind, its words, and what the kind asks for besides. Closing it keeps what was written. */
export function Composer({ room, draft: asked, stays = false }: Props): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const phase = useStore(room.store, (state) => state.phase);
  const names = useAliases(room);
  const [written, setWritten] = useState<Draft>(() => keptDraft(room, asked.anchor) ?? begun(asked));
  const draft: Draft = { ...written, kind: asked.kind };
  const [sending, setSending] = useState(false);
  const [why, setWhy] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const kind = commentKind(draft.kind);
  const judges = draft.kind === 'question' ? judgingWords(draft.text) : [];
  const held = heldWords(draft.kind, reachedHere(room));
  useEffect(() => {
    if (!stays) field.current?.focus({ preventScroll: true });
  }, [stays]);
  const change: Change = (part) => {
    const next = { ...draft, ...part };
    setWritten(next);
    setWhy('');
    keepDraft(room, next);
    if (part.kind !== undefined) room.ui.setState({ draft: { kind: part.kind, anchor: next.anchor } });
  };
  const close = (): void => {
    room.ui.setState({ draft: null });
    runtime.control?.focus();
  };
  const send = (): void => {
    const lacks = missing(draft);
    setWhy(lacks);
    if (lacks !== '' || sending) return;
    setSending(true);
    sendComment(runtime, room, draft, names).then(
      (taken) => {
        setSending(false);
        if (!taken) return;
        setWritten(begun(asked));
        runtime.control?.focus();
      },
      (error: unknown) => {
        setSending(false);
        runtime.notify(error instanceof Error ? error.message : 'The comment was not sent. Try again.');
      },
    );
  };
  const about = anchorName(board, draft.anchor);
  return (
    // Escape closes it from any of its fields.
    <section
      className={composer['composer']}
      aria-label={`Comment on ${about}`}
      data-phase={phase}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <span className={composer['about']}>{about}</span>
        {!stays && (
          <button type="button" className={styles['icon']} aria-label="Close; what is written is kept" onClick={close}>
            <X size={15} aria-hidden="true" />
          </button>
        )}
      </header>
      <KindChips kinds={mayPin(room)} value={draft.kind} onChange={(next) => change({ kind: next })} />
      {draft.kind === 'vocabulary' && <WordFields draft={draft} change={change} />}
      {draft.kind === 'friction' && <FrictionFields draft={draft} change={change} />}
      <div className={composer['write']}>
        <MentionField
          fieldRef={field}
          label={kind.label}
          placeholder={kind.starter}
          value={draft.text}
          names={names}
          minRows={stays ? 1 : 2}
          describedBy={judges.length > 0 ? hint : undefined}
          onChange={(text) => change({ text })}
          onSend={send}
          onEscape={close}
        />
        <Button className={composer['send'] ?? ''} size="sm" px={10} aria-label="Send" loading={sending} onClick={send}>
          <ArrowUp size={16} aria-hidden="true" />
        </Button>
      </div>
      {draft.kind === 'what-if' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<PencilRuler size={14} aria-hidden="true" />}
          onClick={() => room.ui.setState({ whatIf: 'drawing', proposal: null })}
        >
          Draw it
        </Button>
      )}
      <p id={hint} className={composer['hint']} role="status">
        {judges.length > 0 && (
          <>
            <span data-hint>{JUDGING_HINT}</span> <q>{judges[0]}</q>
          </>
        )}
        {judges.length === 0 && why}
        {judges.length === 0 && why === '' && held !== '' && `Only you see it, ${held}.`}
      </p>
    </section>
  );
}
