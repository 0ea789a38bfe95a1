import { Button } from '@mantine/core';
import { CircleAlert, PencilRuler, Undo2 } from 'lucide-react';
import { type JSX, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import { isEmptyPatch } from '#shared/critique/patch/between.ts';
import { useRuntime } from '../../session/runtime.ts';
import { useClock } from '../bar/use-clock.ts';
import { forgetDraft, keptDraft } from '../comments/drafts.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import type { WhatIfDraft } from './draft-runtime.ts';
import { forgetWhatIf, type KeptWhatIf, keepWhatIf, type WhatIfPlace } from './kept-what-if.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { sendWhatIf } from './send-what-if.ts';
import styles from './WhatIf.module.css';

const NOT_KEPT = 'This device has no room for a copy of your what-if. Send it before you leave the page.';

const WAITS = 'It carries no author. The presenter decides whether to hear it.';
const AT_ONCE = 'It carries no author. Everybody on this board sees it when you send it.';

interface Props {
  readonly room: CritiqueRoom;
  readonly draft: WhatIfDraft;
  readonly place: WhatIfPlace;
  readonly kept: KeptWhatIf | null;
}

export const changesWord = (n: number): string => (n === 0 ? 'No changes yet' : n === 1 ? '1 change' : `${n} changes`);

/** What the comment stands on when the drawing was begun from one that is being written. */
function anchorAtStart(room: CritiqueRoom, kept: KeptWhatIf | null): KeptWhatIf['anchor'] {
  const begun = room.ui.getState().draft;
  return kept?.anchor ?? (begun?.kind === 'what-if' ? begun.anchor : null);
}

/** Where the session is while one draws: its bar belongs to the board. */
function SessionTime({ room }: { readonly room: CritiqueRoom }): JSX.Element | null {
  const phase = useStore(room.store, (state) => state.phase);
  const face = useClock();
  if (face === null) return null;
  return (
    <span className={styles['time']} data-state={face.state} role="timer" aria-label={face.words}>
      {PHASE_WORDS[phase].label} {face.left}
    </span>
  );
}

/** Over one's own copy: how many changes it has, undo, send, discard. Keeps what is drawn on this device. */
export function WhatIfBar({ room, draft, place, kept }: Props): JSX.Element {
  const { notify, ui } = useRuntime();
  const { patch, changes, lost, tooLarge } = useStore(draft.store);
  const [anchor] = useState(() => anchorAtStart(room, kept));
  // What was written before the drawing was begun is its reason so far.
  const [reason, setReason] = useState(
    () => kept?.reason ?? (anchor === null ? '' : (keptDraft(room, anchor)?.text ?? '')),
  );
  const [asking, setAsking] = useState(false);
  const { undo } = draft.runtime;
  const raised = useStore(draft.runtime.ui, (state) => state.preview !== null);
  const canUndo = useSyncExternalStore(undo.subscribe, () => undo.canUndo);
  const empty = isEmptyPatch(patch);
  const waits = useStore(room.store, (state) => state.phase !== 'open');
  const sent = useRef(false);
  const warned = useRef(false);

  useEffect(() => {
    ui.setState({ announcement: 'Your own copy of the board. Nobody sees what you draw until you send it.' });
  }, [ui]);
  useEffect(() => {
    if (sent.current) return;
    if (empty && reason.trim() === '') forgetWhatIf(place);
    else if (!keepWhatIf(place, { patch, reason, anchor }) && !warned.current) {
      warned.current = true;
      notify(NOT_KEPT);
    }
  }, [place, patch, reason, anchor, empty, notify]);

  const leave = (): void => room.ui.setState({ whatIf: null });
  const discard = (): void => {
    sent.current = true;
    forgetWhatIf(place);
    leave();
    if (empty) return;
    notify('What-if discarded.', {
      label: 'Bring it back',
      run: () => {
        keepWhatIf(place, { patch, reason, anchor });
        room.ui.setState({ whatIf: 'drawing' });
      },
    });
  };
  const send = async (): Promise<boolean> => {
    const id = await sendWhatIf(room, { board: draft.board(), patch, reason, anchor });
    if (id === null) return false;
    sent.current = true;
    forgetWhatIf(place);
    if (anchor !== null) forgetDraft(room, anchor);
    const begun = room.ui.getState().draft;
    room.ui.setState({ whatIf: null, open: id, ...(begun?.kind === 'what-if' ? { draft: null } : {}) });
    const said = waits ? 'What-if sent. It waits until the presenter wants to hear it.' : 'What-if sent.';
    ui.setState({ announcement: said, dock: 'comments' });
    notify(said);
    return true;
  };

  return (
    <section className={styles['bar']} aria-label="What if" data-what-if-bar data-raised={raised}>
      <div className={styles['row']}>
        <PencilRuler size={16} aria-hidden="true" className={styles['icon']} />
        <p className={styles['words']}>
          <strong>What if: your own copy</strong>
          <span role="status">{changesWord(changes.length)}</span>
        </p>
        <SessionTime room={room} />
        <Button
          size="xs"
          variant="default"
          className={styles['button'] ?? ''}
          leftSection={<Undo2 size={14} />}
          disabled={!canUndo}
          onClick={() => undo.undo()}
        >
          Undo
        </Button>
        <Button size="xs" className={styles['button'] ?? ''} disabled={empty} onClick={() => setAsking(true)}>
          Give a reason and send
        </Button>
        <Button size="xs" variant="default" className={styles['button'] ?? ''} onClick={discard}>
          {empty ? 'Leave' : 'Discard'}
        </Button>
      </div>
      {lost.length > 0 && (
        <p className={styles['lost']}>
          <CircleAlert size={14} aria-hidden="true" />
          <span>{lost.length === 1 ? lost[0] : `${lost.length} parts no longer fit the board. ${lost[0]}`}</span>
        </p>
      )}
      {asking && (
        <ReasonDialog
          reason={reason}
          changes={changes}
          lost={lost}
          tooLarge={tooLarge}
          hint={waits ? WAITS : AT_ONCE}
          onReason={setReason}
          onSend={send}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
