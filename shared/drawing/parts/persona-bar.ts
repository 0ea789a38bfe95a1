import type { AttributeValue } from '../../board/model.ts';
import type { Fill, Mark } from '../mark.ts';
import { ink, text } from './marks.ts';

const PERSONAS: readonly { readonly id: string; readonly letter: string; readonly fill: Fill }[] = [
  { id: 'modernizer', letter: 'M', fill: { color: 'ink' } },
  {
    id: 'orchestrator',
    letter: 'O',
    fill: { hatch: 'lines', angle: 45, step: 4, width: 1.6, color: 'ink', ground: 'surface' },
  },
  { id: 'psychologist', letter: 'P', fill: { color: 'surface' } },
  {
    id: 'scientist',
    letter: 'S',
    fill: { hatch: 'dots', angle: 0, step: 3.4, width: 1.8, color: 'ink', ground: 'surface' },
  },
];

/** Height of the bar with its letters. */
export const PERSONA_HEIGHT = 20;

/** Whether an attribute holds any persona weight. */
export const hasPersona = (value: AttributeValue | undefined): boolean =>
  typeof value === 'object' && !Array.isArray(value) && Object.values(value).some((share) => Number(share) > 0);

/** Persona weights as one bar of four fills, to 100, each with its letter where there is room. */
export function personaBar(value: AttributeValue | undefined, x: number, y: number, width: number): readonly Mark[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  const weights = value as Readonly<Record<string, number>>;
  const total = Math.max(
    100,
    PERSONAS.reduce((sum, p) => sum + (weights[p.id] ?? 0), 0),
  );
  const marks: Mark[] = [];
  let left = x;
  for (const persona of PERSONAS) {
    const w = (width * (weights[persona.id] ?? 0)) / total;
    if (w <= 0) continue;
    marks.push({ type: 'rect', x: left, y, w, h: 9, fill: persona.fill, stroke: ink(0.9) });
    if (w > 12) marks.push(text(left + w / 2, y + 19, persona.letter, { size: 9, weight: 600, anchor: 'middle' }));
    left += w;
  }
  return marks;
}
