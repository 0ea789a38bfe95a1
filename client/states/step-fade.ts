import type { Board, BoardElement } from '#shared/board/model.ts';
import type { BoardRuntime } from '../session/runtime.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Room of an outline around a box, in units, and the corner of the stand-in. */
const OUTLINE = 4;
const CORNER = 8;

function boxShape(element: BoardElement, grow: number, style: Readonly<Record<string, string>>): SVGRectElement {
  const rect = document.createElementNS(SVG, 'rect');
  const values = {
    x: element.x - grow,
    y: element.y - grow,
    width: element.w + 2 * grow,
    height: element.h + 2 * grow,
    rx: CORNER,
  };
  for (const [key, value] of Object.entries({ ...values, ...style })) rect.setAttribute(key, String(value));
  return rect;
}

/**
 * Fades what is only in one of two states: what is gone stands as its outline and goes, what is new comes out of the paper.
 * One layer over the drawing for the time of the step, in milliseconds; then it is taken away.
 */
export function fadeStep(runtime: BoardRuntime, before: Board, after: Board, duration: number): void {
  const canvas = document.querySelector('.board-canvas');
  const gone = [...before.elements.values()].filter(({ id }) => !after.elements.has(id));
  const fresh = [...after.elements.values()].filter(({ id }) => !before.elements.has(id));
  if (canvas === null || runtime.control === null || gone.length + fresh.length === 0) return;
  const { x, y, w, h } = runtime.control.visible();
  const layer = document.createElementNS(SVG, 'svg');
  layer.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
  layer.setAttribute('aria-hidden', 'true');
  layer.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  for (const element of fresh) layer.append(boxShape(element, OUTLINE, { fill: 'var(--paper)' }));
  for (const element of gone) {
    layer.append(boxShape(element, 0, { fill: 'var(--surface)', stroke: 'var(--ink-3)', 'stroke-width': '1.5' }));
  }
  canvas.append(layer);
  const fading = layer.animate([{ opacity: 1 }, { opacity: 0 }], { duration, easing: 'ease-in-out' });
  fading.onfinish = () => layer.remove();
  fading.oncancel = () => layer.remove();
}
