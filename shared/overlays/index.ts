import type { OverlayKind } from './define-overlay.ts';
import { FRICTION } from './friction.ts';
import { TIGER } from './tiger-team.ts';
import { ZONE } from './zone.ts';

/** What is drawn over or behind the chart, by the `kind` of the entity. */
export const OVERLAYS: Readonly<Record<OverlayKind['id'], OverlayKind>> = Object.freeze({
  tiger: TIGER,
  zone: ZONE,
  friction: FRICTION,
});

/** In the order of the palette. */
export const OVERLAY_LIST: readonly OverlayKind[] = Object.freeze(Object.values(OVERLAYS));
