import { Check, LayoutTemplate, ListTree, Presentation, Shapes } from 'lucide-react';
import { type JSX, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { keptProgress } from '../tour/progress.ts';

const HIDDEN = 'orgora-start-hidden';

/** The first letters of the vocabulary, as outlines. */
const MARKS = (
  <svg viewBox="0 0 112 52" width="112" height="52" aria-hidden="true" className="start-picture">
    <g fill="var(--surface)" stroke="currentColor" strokeWidth="1.5">
      <rect x="2" y="4" width="32" height="19" rx="3" />
      <path d="M2 10H34" />
      <rect x="42" y="5" width="30" height="18" rx="2" />
      <circle cx="47" cy="5" r="3" fill="currentColor" />
      <path d="M80 4H110V23H80Z M80 20H110" />
      <rect x="18" y="31" width="32" height="17" rx="8.5" strokeWidth="2.4" />
      <path d="M64 31H84L92 39.5L84 48H64L56 39.5Z" />
    </g>
  </svg>
);

const TREE = (
  <svg viewBox="0 0 92 52" width="92" height="52" aria-hidden="true" className="start-picture">
    <g fill="var(--surface)" stroke="currentColor" strokeWidth="1.3">
      <path d="M46 14V22M14 38V26Q14 22 18 22H74Q78 22 78 26V38M46 22V38" fill="none" />
      <rect x="32" y="2" width="28" height="13" rx="2" />
      <rect x="2" y="36" width="25" height="14" rx="3" />
      <rect x="33" y="36" width="26" height="14" rx="3" />
      <rect x="65" y="36" width="25" height="14" rx="3" />
    </g>
  </svg>
);

/** Three boards side by side. */
const BOARDS = (
  <svg viewBox="0 0 100 44" width="100" height="44" aria-hidden="true" className="start-picture">
    <g fill="var(--surface)" stroke="currentColor" strokeWidth="1.3">
      {[0, 34, 68].map((x) => (
        <g key={x} transform={`translate(${x + 1} 1)`}>
          <rect width="30" height="42" rx="4" stroke="var(--ink-4)" />
          <path d="M15 14V20M8 26V20H22V26" fill="none" />
          <rect x="9" y="7" width="12" height="7" rx="1.5" />
          <rect x="3" y="26" width="10" height="7" rx="1.5" />
          <rect x="17" y="26" width="10" height="7" rx="1.5" />
        </g>
      ))}
    </g>
  </svg>
);

const LIST = (
  <span className="start-list" aria-hidden="true">
    <span>VP marketing</span>
    <span>Director, MOps</span>
    <span>Data steward</span>
  </span>
);

function Words({
  icon,
  title,
  done = false,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly done?: boolean;
  readonly children: string;
}): JSX.Element {
  return (
    <span className="start-words">
      <strong>
        {done ? <Check size={16} className="start-done" aria-hidden="true" /> : icon}
        {title}
        {done && <span className="visually-hidden">, done</span>}
      </strong>
      {children}
    </span>
  );
}

interface Props {
  /** Makes an empty board that asks for people at once. */
  readonly onList: () => void;
  readonly onSample: () => void;
  /** Nothing is here yet: then the ways to begin cannot be hidden. */
  readonly first: boolean;
}

/** The four ways to begin. Who knows them hides them. */
export function StartHere({ onList, onSample, first }: Props): JSX.Element {
  const [hidden, setHidden] = useState(() => window.localStorage.getItem(HIDDEN) === 'yes');
  const learnt = keptProgress();
  const hide = (on: boolean): void => {
    window.localStorage.setItem(HIDDEN, on ? 'yes' : 'no');
    setHidden(on);
  };
  const shown = first || !hidden;
  return (
    <section aria-labelledby="start-here">
      <div className="start-head">
        <h2 id="start-here">Start here</h2>
        {!first && (
          <button type="button" className="start-hide" aria-expanded={shown} onClick={() => hide(shown)}>
            {shown ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
      {shown && (
        <div className="start-grid">
          <Link to="/learn" className="start-card">
            <Words
              icon={<Shapes size={16} aria-hidden="true" />}
              title="Learn the symbols in five minutes"
              done={learnt?.finished === true}
            >
              {learnt !== null && !learnt.finished && (learnt.step > 0 || learnt.done.length > 0)
                ? 'Go on where you left off.'
                : 'Draw five shapes and three lines, then five questions.'}
            </Words>
            {MARKS}
          </Link>
          <Link to="/templates" className="start-card">
            <Words icon={<LayoutTemplate size={16} aria-hidden="true" />} title="Start from a template">
              50 to pick from. Ten questions narrow it down.
            </Words>
            {TREE}
          </Link>
          <button type="button" className="start-card" onClick={onList}>
            <Words icon={<ListTree size={16} aria-hidden="true" />} title="Bring your people">
              A spreadsheet, a file, or a list with one line for each role.
            </Words>
            {LIST}
          </button>
          <button type="button" className="start-card" onClick={onSample}>
            <Words icon={<Presentation size={16} aria-hidden="true" />} title="Try the sample council">
              Three organisations to look around in and try things on.
            </Words>
            {BOARDS}
          </button>
        </div>
      )}
    </section>
  );
}
