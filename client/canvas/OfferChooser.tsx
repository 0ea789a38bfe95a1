import { type JSX, type KeyboardEvent, useEffect, useRef } from 'react';
import { offersFrom, takeOffer } from '../gestures/offer.ts';
import { toScreen } from './camera.ts';
import { useCanvas } from './canvas-context.ts';
import { useSlice } from './use-subscription.ts';

/** Width of the list, for keeping it in the window, in CSS pixels. */
const WIDTH = 190;

/** After a line was dropped on empty board: what could stand at its end. Nothing is drawn unless one is taken. */
export function OfferChooser(): JSX.Element | null {
  const parts = useCanvas();
  const { scene, live, camera } = parts;
  const offer = useSlice(live, (state) => state.offer);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (offer === null) return undefined;
    const before = document.activeElement;
    list.current?.querySelector('button')?.focus({ preventScroll: true });
    const outside = (event: Event) => {
      if (!(event.target instanceof Node && list.current?.contains(event.target) === true))
        live.setState({ offer: null });
    };
    window.addEventListener('pointerdown', outside, true);
    window.addEventListener('wheel', outside, true);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('wheel', outside, true);
      if (before instanceof HTMLElement && document.activeElement === document.body)
        before.focus({ preventScroll: true });
    };
  }, [offer, live]);
  if (offer === null) return null;
  const from = scene.board.elements.get(offer.from);
  const offers = from === undefined ? [] : offersFrom(from, offer.kind);
  if (from === undefined || offers.length === 0) return null;
  const view = camera.get();
  const at = toScreen(view, offer.at);
  const x = Math.max(8, Math.min(at.x, view.w - WIDTH - 8));
  const y = Math.max(8, Math.min(at.y, view.h - offers.length * 32 - 48));
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) buttons.at((now + step) % buttons.length)?.focus();
    else if (event.key === 'Escape') live.setState({ offer: null });
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    // Enter and space press the button; none of these keys is for the board now.
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="offer-chooser"
      role="menu"
      tabIndex={-1}
      aria-label={`Add at the end of the line from ${from.name}`}
      data-own-pointer
      style={{ transform: `translate(${x}px, ${y}px)`, width: WIDTH }}
      onKeyDown={onKey}
    >
      <p>{offer.kind === null ? `Reports to ${from.name}` : 'Add here'}</p>
      {offers.map((one) => (
        <button key={one.kind} type="button" role="menuitem" onClick={() => takeOffer(parts, offer, one)}>
          {one.label}
        </button>
      ))}
    </div>
  );
}
