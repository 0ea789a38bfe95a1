import type { Template } from './define-template.ts';
import { template } from './index.ts';

/** A question people come with, and the templates that answer it, best first. */
export interface Need {
  readonly id: string;
  /** As it stands in the list "Which one do I need?". */
  readonly question: string;
  readonly templates: readonly string[];
}

/** The ten needs, in the order they are offered. Every template answers at least one. */
export const NEEDS: readonly Need[] = Object.freeze([
  {
    id: 'maturity',
    question: 'Where are we on the maturity path?',
    templates: ['M1', 'M2', 'M3', 'M4', 'M5', 'B1', 'B2', 'B3'],
  },
  {
    id: 'placement',
    question: 'Where should marketing operations sit?',
    templates: ['P1', 'P2', 'P3', 'P4', 'H1', 'H2'],
  },
  {
    id: 'bridge',
    question: 'Bridge marketing and IT',
    templates: ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'D4', 'D5'],
  },
  {
    id: 'merge',
    question: 'Merge with sales operations',
    templates: ['C1', 'C2', 'C3', 'C4', 'P4', 'M5'],
  },
  {
    id: 'global-local',
    question: 'Global against local',
    templates: ['G1', 'G2', 'G3', 'G6', 'G7', 'X1', 'X2', 'X3'],
  },
  { id: 'govern', question: 'Govern', templates: ['G5', 'H4', 'D3'] },
  { id: 'shared-services', question: 'Shared services or agency', templates: ['G4', 'G7'] },
  { id: 'straddle', question: 'Fix a straddle', templates: ['D1', 'D2', 'D3', 'D6'] },
  {
    id: 'orchestrate',
    question: 'Orchestrate, personas, journey',
    templates: ['O1', 'O2', 'O3', 'J1'],
  },
  {
    id: 'temporary',
    question: 'Run temporary teams',
    templates: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'],
  },
]);

/** The templates of a need, best first; none when there is no such need. */
export const templatesFor = (needId: string): readonly Template[] =>
  (NEEDS.find((need) => need.id === needId)?.templates ?? [])
    .map(template)
    .filter((found): found is Template => found !== undefined);
