/** Outlines of the kinds and their exact left strips as SVG path data, relative to the top-left corner. No clips: a strip is its own path. */

/** Path numbers to a hundredth, without trailing zeros. */
export const n = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** Rounded rectangle. */
export function roundRect(x: number, y: number, w: number, h: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, w / 2, h / 2));
  if (r === 0) return `M${n(x)} ${n(y)}H${n(x + w)}V${n(y + h)}H${n(x)}Z`;
  const a = `A${n(r)} ${n(r)} 0 0 1 `;
  return (
    `M${n(x + r)} ${n(y)}H${n(x + w - r)}${a}${n(x + w)} ${n(y + r)}V${n(y + h - r)}${a}${n(x + w - r)} ${n(y + h)}` +
    `H${n(x + r)}${a}${n(x)} ${n(y + h - r)}V${n(y + r)}${a}${n(x + r)} ${n(y)}Z`
  );
}

/** How far a round corner of radius `r` stands in from the side at height `y` from the edge. */
export const cornerInset = (r: number, y: number): number => (y >= r ? 0 : r - Math.sqrt(r * r - (r - y) * (r - y)));

/** The part of a rounded rectangle left of `strip`. */
export function roundStrip(strip: number, h: number, radius: number): string {
  const r = Math.max(0, radius);
  const a = `A${n(r)} ${n(r)} 0 0 1 `;
  if (strip >= r) return `M${n(strip)} 0V${n(h)}H${n(r)}${a}0 ${n(h - r)}V${n(r)}${a}${n(r)} 0Z`;
  const y = cornerInset(r, strip);
  return `M${n(strip)} ${n(y)}V${n(h - y)}${a}0 ${n(h - r)}V${n(r)}${a}${n(strip)} ${n(y)}Z`;
}

/** The part of a rounded rectangle above `head`. */
export function roundHead(w: number, head: number, radius: number): string {
  const r = Math.min(radius, head, w / 2);
  const a = `A${n(r)} ${n(r)} 0 0 1 `;
  return `M0 ${n(head)}V${n(r)}${a}${n(r)} 0H${n(w - r)}${a}${n(w)} ${n(r)}V${n(head)}Z`;
}

/** Corner at the bottom left of a rounded rectangle: from `top` down, `strip` wide. */
export function roundFoot(strip: number, top: number, h: number, radius: number): string {
  const r = Math.min(radius, h - top, strip);
  return `M0 ${n(top)}H${n(strip)}V${n(h)}H${n(r)}A${n(r)} ${n(r)} 0 0 1 0 ${n(h - r)}Z`;
}

/** Depth of the points of a hexagon. */
export const hexagonPoint = (h: number): number => Math.min(18, h * 0.3);

export function hexagon(w: number, h: number): string {
  const c = hexagonPoint(h);
  return `M${n(c)} 0H${n(w - c)}L${n(w)} ${n(h / 2)}L${n(w - c)} ${n(h)}H${n(c)}L0 ${n(h / 2)}Z`;
}

export function hexagonStrip(strip: number, h: number): string {
  const c = hexagonPoint(h);
  return `M${n(c)} 0H${n(strip)}V${n(h)}H${n(c)}L0 ${n(h / 2)}Z`;
}

/** Depth of the point of a tag. */
export const tagPoint = (h: number): number => Math.min(18, h * 0.34);

export function rightTag(w: number, h: number): string {
  const c = tagPoint(h);
  return `M0 0H${n(w - c)}L${n(w)} ${n(h / 2)}L${n(w - c)} ${n(h)}H0Z`;
}

/** Rectangle with cut corners, `inset` inside the box. */
export function cutCorners(w: number, h: number, inset = 0): string {
  const i = inset;
  const c = 10 - i * 0.42;
  return (
    `M${n(i + c)} ${n(i)}H${n(w - i - c)}L${n(w - i)} ${n(i + c)}V${n(h - i - c)}L${n(w - i - c)} ${n(h - i)}` +
    `H${n(i + c)}L${n(i)} ${n(h - i - c)}V${n(i + c)}Z`
  );
}

export const cutStrip = (strip: number, h: number): string => `M10 0H${n(strip)}V${n(h)}H10L0 ${n(h - 10)}V10Z`;

export const FOLD = 14;

export const foldedCorner = (w: number, h: number): string => `M0 0H${n(w - FOLD)}L${n(w)} ${n(FOLD)}V${n(h)}H0Z`;
