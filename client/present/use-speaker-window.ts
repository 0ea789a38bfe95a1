import { useCallback, useEffect, useMemo, useRef } from 'react';
import { newId } from '../session/new-id.ts';
import { useRuntime } from '../session/runtime.ts';
import { svgOfBox } from './frame-picture.ts';
import type { Presentation } from './presentation.ts';
import type { Slide } from './slides.ts';
import { type FromSpeaker, speakerChannel, type ToSpeaker } from './speaker-channel.ts';

/** Keeps a second window of this browser up to date: this slide and the next, notes and clock; its keys work here. */
export function useSpeakerWindow(presentation: Presentation): { readonly open: () => void } {
  const runtime = useRuntime();
  const key = useMemo(() => newId(), []);
  const opened = useRef<Window | null>(null);
  useEffect(() => {
    const channel = speakerChannel(key);
    let listening = false;
    let frame = 0;
    const picture = (slide: Slide): string => {
      const { view } = runtime;
      const board = slide.state === null ? view.board : (view.readState(slide.state) ?? view.board);
      return svgOfBox(board, slide.box);
    };
    const send = (): void => {
      frame = 0;
      const { slides, place, started, blank, leads } = presentation.store.getState();
      const slide = slides[place];
      const next = slides[place + 1];
      if (slide === undefined) return;
      const message: ToSpeaker = {
        type: 'view',
        board: runtime.view.board.meta.title,
        place,
        count: slides.length,
        title: slide.title,
        subtitle: slide.subtitle,
        notes: slide.notes,
        now: picture(slide),
        nextTitle: next?.title ?? null,
        next: next === undefined ? null : picture(next),
        started,
        blank,
        leads,
      };
      channel.postMessage(message);
    };
    const later = (): void => {
      if (listening && frame === 0) frame = requestAnimationFrame(send);
    };
    channel.onmessage = ({ data }: MessageEvent<FromSpeaker>) => {
      if (data.type === 'step') presentation.step(data.step);
      else {
        listening = true;
        send();
      }
    };
    const stops = [presentation.store.subscribe(later), runtime.view.subscribe(later)];
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(frame);
      channel.postMessage({ type: 'end' } satisfies ToSpeaker);
      channel.close();
    };
  }, [runtime, presentation, key]);
  const open = useCallback(() => {
    if (opened.current !== null && !opened.current.closed) {
      opened.current.focus();
      return;
    }
    const address = `/c/${runtime.councilId}/b/${runtime.boardId}/speaker#${key}`;
    opened.current = window.open(address, `orgora-speaker-${key}`, 'popup,width=980,height=640');
    if (opened.current === null) {
      runtime.notify('The browser did not open a second window. Allow pop-ups for this page, then try again.');
    }
  }, [runtime, key]);
  return { open };
}
