import { b1 } from './b1.ts';
import { b2 } from './b2.ts';
import { b3 } from './b3.ts';
import { c1 } from './c1.ts';
import { c2 } from './c2.ts';
import { c3 } from './c3.ts';
import { c4 } from './c4.ts';
import { d1 } from './d1.ts';
import { d2 } from './d2.ts';
import { d3 } from './d3.ts';
import { d4 } from './d4.ts';
import { d5 } from './d5.ts';
import { d6 } from './d6.ts';
import type { Template } from './define-template.ts';
import { g1 } from './g1.ts';
import { g2 } from './g2.ts';
import { g3 } from './g3.ts';
import { g4 } from './g4.ts';
import { g5 } from './g5.ts';
import { g6 } from './g6.ts';
import { g7 } from './g7.ts';
import { h1 } from './h1.ts';
import { h2 } from './h2.ts';
import { h3 } from './h3.ts';
import { h4 } from './h4.ts';
import { h5 } from './h5.ts';
import { h6 } from './h6.ts';
import { j1 } from './j1.ts';
import { m1 } from './m1.ts';
import { m2 } from './m2.ts';
import { m3 } from './m3.ts';
import { m4 } from './m4.ts';
import { m5 } from './m5.ts';
import { o1 } from './o1.ts';
import { o2 } from './o2.ts';
import { o3 } from './o3.ts';
import { p1 } from './p1.ts';
import { p2 } from './p2.ts';
import { p3 } from './p3.ts';
import { p4 } from './p4.ts';
import { t1 } from './t1.ts';
import { t2 } from './t2.ts';
import { t3 } from './t3.ts';
import { t4 } from './t4.ts';
import { t5 } from './t5.ts';
import { t6 } from './t6.ts';
import { t7 } from './t7.ts';
import { t8 } from './t8.ts';
import { x1 } from './x1.ts';
import { x2 } from './x2.ts';
import { x3 } from './x3.ts';

/** Every template in gallery order: by group, then as the catalogue counts them. A new template is one file and one line here. */
export const TEMPLATES: readonly Template[] = Object.freeze([
  m1,
  m2,
  m3,
  m4,
  m5,
  b1,
  b2,
  b3,
  p1,
  p2,
  p3,
  p4,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  c1,
  c2,
  c3,
  c4,
  g1,
  g2,
  g3,
  g4,
  g5,
  g6,
  g7,
  d1,
  d2,
  d3,
  d4,
  d5,
  d6,
  o1,
  o2,
  o3,
  j1,
  t1,
  t2,
  t3,
  t4,
  t5,
  t6,
  t7,
  t8,
  x1,
  x2,
  x3,
]);

const byId = new Map(TEMPLATES.map((template) => [template.id.toLowerCase(), template]));

/** The template with this catalogue id, in either case ("M3", "m3"), or `undefined` when there is none. */
export const template = (id: string): Template | undefined => byId.get(id.toLowerCase());
