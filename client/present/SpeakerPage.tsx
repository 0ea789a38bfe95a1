import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type JSX, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { type Step, stepOf } from './presentation.ts';
import styles from './SpeakerPage.module.css';
import { type FromSpeaker, type SpeakerView, speakerChannel, type ToSpeaker } from './speaker-channel.ts';

const two = (n: number): string => String(n).padStart(2, '0');

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Picture({ svg, label }: { readonly svg: string; readonly label: string }): JSX.Element {
  return (
    <div
      className={styles['picture']}
      role="img"
      aria-label={label}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own exporter in this browser, which escapes every text
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** The second window of a presentation: what to say, what comes next, how long it has been. Its keys step the first. */
export function SpeakerPage(): JSX.Element {
  const { hash } = useLocation();
  const [shown, setShown] = useState<SpeakerView | null>(null);
  const [ended, setEnded] = useState(false);
  const channel = useMemo(() => speakerChannel(hash.slice(1)), [hash]);
  const now = useNow();
  useEffect(() => {
    channel.onmessage = ({ data }: MessageEvent<ToSpeaker>) => {
      if (data.type === 'end') setEnded(true);
      else {
        setEnded(false);
        setShown(data);
      }
    };
    channel.postMessage({ type: 'hello' } satisfies FromSpeaker);
    return () => channel.close();
  }, [channel]);
  const step = (name: Step): void => channel.postMessage({ type: 'step', step: name } satisfies FromSpeaker);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      const name = stepOf(event);
      if (name === null || (onButton && (event.key === ' ' || event.key === 'Enter'))) return;
      event.preventDefault();
      channel.postMessage({ type: 'step', step: name } satisfies FromSpeaker);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [channel]);
  useEffect(() => {
    document.title = 'Notes · Orgora';
  }, []);
  if (shown === null || ended) {
    return (
      <main className={styles['wait']}>
        <p>
          {ended
            ? 'The presentation has ended. You can close this window.'
            : 'Waiting for the presentation. Open the notes from its bar.'}
        </p>
      </main>
    );
  }
  const seconds = Math.max(0, Math.floor((now.getTime() - shown.started) / 1_000));
  return (
    <main className={styles['page']}>
      <section className={styles['now']} aria-label="Now">
        <h1>
          <span>
            {shown.place + 1} of {shown.count}
          </span>
          {shown.title || 'Untitled'}
        </h1>
        <Picture svg={shown.now} label={`Now: ${shown.title}`} />
        <div className={styles['steps']}>
          <Button
            variant="default"
            leftSection={<ArrowLeft size={15} />}
            disabled={shown.place === 0}
            onClick={() => step('previous')}
          >
            Back
          </Button>
          <Button
            rightSection={<ArrowRight size={15} />}
            disabled={shown.place === shown.count - 1}
            onClick={() => step('next')}
          >
            On
          </Button>
          <Button variant="default" aria-pressed={shown.blank} onClick={() => step('blank')}>
            {shown.blank ? 'Show the slide' : 'Blank screen'}
          </Button>
        </div>
      </section>
      <aside className={styles['side']}>
        <p className={styles['clock']}>
          <strong>
            {Math.floor(seconds / 60)}:{two(seconds % 60)}
          </strong>
          <span>
            {two(now.getHours())}:{two(now.getMinutes())}
          </span>
        </p>
        <section aria-label="Next">
          <h2>{shown.next === null ? 'This is the last one' : `Next: ${shown.nextTitle || 'Untitled'}`}</h2>
          {shown.next !== null && <Picture svg={shown.next} label={`Next: ${shown.nextTitle ?? ''}`} />}
        </section>
        <section aria-label="Notes" className={styles['notes']}>
          <h2>Notes</h2>
          <p>{shown.notes === '' ? 'No notes for this frame. Write them in the list of frames.' : shown.notes}</p>
        </section>
      </aside>
    </main>
  );
}
