import { useState } from 'react';
import { vocabularySheet } from '#shared/drawing/vocabulary-sheet.ts';
import { marksToSvg } from '#shared/formats/svg.ts';
import { FONT_FAMILY } from '#shared/formats/svg-text.ts';

type Scheme = 'light' | 'dark';

const sheet = vocabularySheet();

/** The sheet as elements of an SVG, once a scheme: the drawing never changes while the page is open. */
const drawn = new Map<Scheme, string>();
function inner(scheme: Scheme): string {
  const known = drawn.get(scheme);
  if (known !== undefined) return known;
  const made = marksToSvg(
    sheet.items.map((item) => ({ type: 'group', at: item.at, marks: item.marks })),
    scheme,
  );
  drawn.set(scheme, made);
  return made;
}

const asked = (name: string): boolean => new URLSearchParams(window.location.search).has(name);

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

function Switch({ label, on, change }: SwitchProps) {
  return (
    <label style={{ display: 'inline-flex', gap: 8, alignItems: 'center', minHeight: 32 }}>
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** The drawing of the whole vocabulary, as wide as there is room; scrolls sideways where it would become unreadable. */
export function VocabularyDrawing({ dark, grey }: { readonly dark: boolean; readonly grey: boolean }) {
  const { box } = sheet;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label="Vocabulary sheet" tabIndex={0} style={{ overflowX: 'auto' }}>
      <svg
        role="img"
        aria-label="Visual vocabulary: every kind, line, overlay, attribute, state and level of detail"
        viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`}
        style={{
          display: 'block',
          width: '100%',
          minWidth: 960,
          maxWidth: box.w,
          margin: '0 auto',
          // The same widths as Inter's files while the optical size stands still.
          fontFamily: `'Inter Variable', ${FONT_FAMILY}`,
          fontOpticalSizing: 'none',
          fontFeatureSettings: '"calt" 0, "liga" 0',
          ...(grey ? { filter: 'grayscale(1)' } : {}),
        }}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own marks, with all text escaped by the writer.
        dangerouslySetInnerHTML={{ __html: inner(dark ? 'dark' : 'light') }}
      />
    </section>
  );
}

/** The whole vocabulary on one page, in colour or grey, light or dark: `?grey` and `?dark` open it that way. */
export function VocabularySheet() {
  const [grey, setGrey] = useState(() => asked('grey'));
  const [dark, setDark] = useState(() => asked('dark'));
  const ground = dark ? '#14181C' : '#F5F6F3';
  const ink = dark ? '#E6EBEF' : '#1F2933';
  return (
    <main style={{ background: ground, color: ink, minHeight: '100vh' }}>
      <div style={{ display: 'flex', gap: 24, padding: '12px 16px', fontSize: 13 }}>
        <Switch label="Grey" on={grey} change={setGrey} />
        <Switch label="Dark" on={dark} change={setDark} />
      </div>
      <VocabularyDrawing dark={dark} grey={grey} />
    </main>
  );
}
