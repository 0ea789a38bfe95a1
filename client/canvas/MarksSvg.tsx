import { type JSX, memo } from 'react';
import type { Fill, Hatch, Mark, Stroke, TextMark } from '#shared/drawing/mark.ts';
import { DRAWING_FONT } from './paint-marks.ts';

const color = (token: string): string => `var(--${token})`;

const hatchId = (hatch: Hatch): string =>
  `hatch-${hatch.hatch}-${hatch.angle}-${hatch.step}-${hatch.width}-${hatch.color}-${hatch.ground ?? 'none'}`.replaceAll(
    '.',
    '_',
  );

function hatchesOf(marks: readonly Mark[], found: Map<string, Hatch>): Map<string, Hatch> {
  for (const mark of marks) {
    if (mark.type === 'group') hatchesOf(mark.marks, found);
    else if (mark.type !== 'text' && mark.fill !== undefined && 'hatch' in mark.fill) {
      found.set(hatchId(mark.fill), mark.fill);
    }
  }
  return found;
}

function Pattern({ hatch }: { readonly hatch: Hatch }): JSX.Element {
  const { step, width } = hatch;
  return (
    <pattern
      id={hatchId(hatch)}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${hatch.angle})`}
    >
      {hatch.ground !== undefined && <rect width={step} height={step} fill={color(hatch.ground)} />}
      {hatch.hatch === 'dots' ? (
        <circle cx={step / 2} cy={step / 2} r={width / 2} fill={color(hatch.color)} fillOpacity={hatch.alpha ?? 1} />
      ) : (
        <path
          d={`M${step / 2} 0V${step}${hatch.hatch === 'cross' ? `M0 ${step / 2}H${step}` : ''}`}
          stroke={color(hatch.color)}
          strokeWidth={width}
          strokeOpacity={hatch.alpha ?? 1}
        />
      )}
    </pattern>
  );
}

function fillProps(fill: Fill | undefined) {
  if (fill === undefined) return { fill: 'none' };
  if ('hatch' in fill) return { fill: `url(#${hatchId(fill)})` };
  return fill.alpha === undefined ? { fill: color(fill.color) } : { fill: color(fill.color), fillOpacity: fill.alpha };
}

function strokeProps(stroke: Stroke | undefined) {
  if (stroke === undefined) return {};
  return {
    stroke: color(stroke.color),
    strokeWidth: stroke.width,
    ...(stroke.alpha === undefined ? {} : { strokeOpacity: stroke.alpha }),
    ...(stroke.dash === undefined ? {} : { strokeDasharray: stroke.dash.join(' ') }),
    ...(stroke.cap === undefined ? {} : { strokeLinecap: stroke.cap }),
    ...(stroke.join === undefined ? {} : { strokeLinejoin: stroke.join }),
  };
}

function Text({ mark }: { readonly mark: TextMark }): JSX.Element {
  return (
    <text
      x={mark.x}
      y={mark.y}
      fontSize={mark.size}
      fontWeight={mark.weight}
      fill={color(mark.color)}
      {...(mark.anchor === undefined ? {} : { textAnchor: mark.anchor })}
      {...(mark.tracking === undefined ? {} : { letterSpacing: `${mark.tracking}em` })}
    >
      {mark.text}
    </text>
  );
}

function placed(mark: { at?: { x: number; y: number }; scale?: number; rotate?: number }): string | undefined {
  const parts: string[] = [];
  if (mark.at !== undefined) parts.push(`translate(${mark.at.x} ${mark.at.y})`);
  if (mark.scale !== undefined) parts.push(`scale(${mark.scale})`);
  if (mark.rotate !== undefined) parts.push(`rotate(${mark.rotate})`);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function One({ mark }: { readonly mark: Mark }): JSX.Element {
  switch (mark.type) {
    case 'rect':
      return (
        <rect
          x={mark.x}
          y={mark.y}
          width={mark.w}
          height={mark.h}
          {...(mark.r === undefined ? {} : { rx: mark.r })}
          {...fillProps(mark.fill)}
          {...strokeProps(mark.stroke)}
        />
      );
    case 'circle':
      return <circle cx={mark.cx} cy={mark.cy} r={mark.r} {...fillProps(mark.fill)} {...strokeProps(mark.stroke)} />;
    case 'path':
      return <path d={mark.d} transform={placed(mark)} {...fillProps(mark.fill)} {...strokeProps(mark.stroke)} />;
    case 'text':
      return <Text mark={mark} />;
    case 'group':
      return (
        <g transform={placed(mark)} {...(mark.opacity === undefined ? {} : { opacity: mark.opacity })}>
          <All marks={mark.marks} />
        </g>
      );
  }
}

// Marks have no identity of their own: their place in the list is what they are.
function All({ marks }: { readonly marks: readonly Mark[] }): JSX.Element[] {
  return marks.map((mark, place) => <One key={place as number} mark={mark} />);
}

/** Marks as SVG children, in the page's own colours; hatches bring their patterns. Wrap in an `<svg>` of the right size. */
export const MarksSvg = memo(function MarksSvg({ marks }: { readonly marks: readonly Mark[] }): JSX.Element {
  const hatches = [...hatchesOf(marks, new Map()).values()];
  return (
    <g fontFamily={DRAWING_FONT} className="drawing-text">
      {hatches.length > 0 && (
        <defs>
          {hatches.map((hatch) => (
            <Pattern key={hatchId(hatch)} hatch={hatch} />
          ))}
        </defs>
      )}
      <All marks={marks} />
    </g>
  );
});
