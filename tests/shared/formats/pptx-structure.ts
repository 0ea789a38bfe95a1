import { XMLParser } from 'fast-xml-parser';

/** A node as the parser keeps order: one key for its tag with its children, and its attributes under `:@`. */
type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  preserveOrder: true,
  trimValues: false,
  processEntities: false,
});

const nodesOf = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter((one): one is Node => typeof one === 'object' && one !== null) : [];

const tagOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';

const SHAPES = 'p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic';
const FILLS = 'a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill';
const LINES = 'a:lnL a:lnR a:lnT a:lnB';

/**
 * Children of the elements that a slide of ours is made of, in the order of their types in ISO/IEC 29500-1 (sequences; `|` for a
 * choice, `*` behind what may be repeated in any mix).
 */
const ORDER: Readonly<Record<string, string>> = {
  'p:sld': 'p:cSld p:clrMapOvr',
  'p:cSld': 'p:bg p:spTree',
  'p:bg': 'p:bgPr|p:bgRef',
  'p:bgPr': `${FILLS} a:effectLst`,
  'p:spTree': `p:nvGrpSpPr p:grpSpPr ${SHAPES}*`,
  'p:grpSp': `p:nvGrpSpPr p:grpSpPr ${SHAPES}*`,
  'p:nvGrpSpPr': 'p:cNvPr p:cNvGrpSpPr p:nvPr',
  'p:grpSpPr': 'a:xfrm',
  'p:sp': 'p:nvSpPr p:spPr p:style p:txBody',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:cNvSpPr': 'a:spLocks',
  'p:nvPr': 'p:ph',
  'p:spPr': `a:xfrm a:custGeom|a:prstGeom ${FILLS} a:ln`,
  'p:cxnSp': 'p:nvCxnSpPr p:spPr p:style',
  'p:nvCxnSpPr': 'p:cNvPr p:cNvCxnSpPr p:nvPr',
  'p:cNvCxnSpPr': 'a:cxnSpLocks a:stCxn a:endCxn',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic',
  'p:nvGraphicFramePr': 'p:cNvPr p:cNvGraphicFramePr p:nvPr',
  'p:cNvGraphicFramePr': 'a:graphicFrameLocks',
  'p:xfrm': 'a:off a:ext',
  'p:txBody': 'a:bodyPr a:lstStyle a:p*',
  'p:clrMapOvr': 'a:masterClrMapping',
  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  'a:custGeom': 'a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst',
  'a:prstGeom': 'a:avLst',
  'a:avLst': 'a:gd*',
  'a:cxnLst': 'a:cxn*',
  'a:cxn': 'a:pos',
  'a:pathLst': 'a:path*',
  'a:path': 'a:close|a:moveTo|a:lnTo|a:arcTo|a:quadBezTo|a:cubicBezTo*',
  'a:moveTo': 'a:pt',
  'a:lnTo': 'a:pt',
  'a:cubicBezTo': 'a:pt*',
  'a:ln': `${FILLS} a:prstDash|a:custDash a:round|a:bevel|a:miter a:headEnd a:tailEnd`,
  'a:custDash': 'a:ds*',
  'a:solidFill': 'a:srgbClr|a:schemeClr',
  'a:srgbClr': 'a:alpha',
  'a:schemeClr': 'a:alpha',
  'a:bodyPr': 'a:noAutofit|a:normAutofit|a:spAutoFit',
  'a:p': 'a:pPr a:r|a:br|a:fld* a:endParaRPr',
  'a:pPr': 'a:lnSpc a:spcBef a:spcAft',
  'a:lnSpc': 'a:spcPct|a:spcPts',
  'a:r': 'a:rPr a:t',
  'a:rPr': `a:ln ${FILLS} a:latin a:ea a:cs`,
  'a:graphic': 'a:graphicData',
  'a:graphicData': 'a:tbl',
  'a:tbl': 'a:tblPr a:tblGrid a:tr*',
  'a:tblGrid': 'a:gridCol*',
  'a:tr': 'a:tc*',
  'a:tc': 'a:txBody a:tcPr',
  'a:txBody': 'a:bodyPr a:lstStyle a:p*',
  'a:tcPr': `${LINES} ${FILLS}`,
  ...Object.fromEntries(LINES.split(' ').map((tag) => [tag, FILLS])),
};

/** Elements that hold nothing but attributes or text. */
const EMPTY = new Set(
  'p:cNvPr p:cNvGrpSpPr p:ph a:spLocks a:cxnSpLocks a:graphicFrameLocks a:stCxn a:endCxn a:off a:ext a:chOff a:chExt a:gd a:gdLst a:ahLst a:rect a:pos a:pt a:close a:prstDash a:ds a:round a:miter a:bevel a:headEnd a:tailEnd a:noFill a:alpha a:effectLst a:masterClrMapping a:noAutofit a:normAutofit a:lstStyle a:spcPts a:spcPct a:latin a:t a:endParaRPr a:gridCol a:tblPr'.split(
    ' ',
  ),
);

function wrongIn(tag: string, children: readonly string[]): string | null {
  const order = ORDER[tag];
  if (order === undefined) return EMPTY.has(tag) && children.length === 0 ? null : `<${tag}> is not known here`;
  const steps = order.split(' ').map((step) => ({ tags: step.replace('*', '').split('|'), many: step.endsWith('*') }));
  let at = 0;
  let used = 0;
  for (const child of children) {
    while (
      at < steps.length &&
      !(steps[at]?.tags.includes(child) === true && (steps[at]?.many === true || used === 0))
    ) {
      at += 1;
      used = 0;
    }
    if (at >= steps.length) return `<${child}> stands in the wrong place in <${tag}>: ${children.join(' ')}`;
    used += 1;
  }
  return null;
}

/** What is against the schema in a slide, at most the first of each kind: children that are unknown, out of order or too many. */
export function structureFaults(xml: string): readonly string[] {
  const faults = new Set<string>();
  const stack = nodesOf(parser.parse(xml)).filter((node) => tagOf(node) !== '?xml');
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const tag = tagOf(node);
    if (tag === '#text') continue;
    const children = nodesOf(node[tag]).filter((child) => tagOf(child) !== '#text');
    const fault = wrongIn(tag, children.map(tagOf));
    if (fault !== null) faults.add(fault);
    stack.push(...children);
  }
  return [...faults];
}

/** Boxes of everything on a slide in EMU that reaches over its edge by more than a pixel, as `x y w h`. */
export function offSlide(xml: string, w: number, h: number): readonly string[] {
  const places = /<a:xfrm( [^>]*)?><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g;
  return [...xml.matchAll(places)].flatMap(([, turn = '', ...numbers]) => {
    const [x = 0, y = 0, cx = 0, cy = 0] = numbers.map(Number);
    // A shape that is turned by a quarter lies about the middle of its box.
    const quarter = /rot="(?:5400000|16200000)"/.test(turn);
    const [bw, bh] = quarter ? [cy, cx] : [cx, cy];
    const [left, top] = [x + cx / 2 - bw / 2, y + cy / 2 - bh / 2];
    const out = Math.min(left, top) < -9525 || left + bw > w + 9525 || top + bh > h + 9525;
    return out ? [`${left} ${top} ${bw} ${bh}`] : [];
  });
}
