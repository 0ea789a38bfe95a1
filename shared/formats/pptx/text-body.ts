import { xmlText, xmlValue } from './xml.ts';

export interface Run {
  readonly text: string;
  /** Hundredths of a point. */
  readonly points: number;
  readonly bold: boolean;
  /** Hundredths of a point between letters. */
  readonly spacing: number;
  /** `a:solidFill` … of the letters. */
  readonly fill: string;
  readonly typeface: string;
}

const properties = (run: Run): string =>
  `lang="en-GB" sz="${run.points}" b="${run.bold ? 1 : 0}"${run.spacing === 0 ? '' : ` spc="${run.spacing}"`} dirty="0"`;

/** One paragraph; `lead` is the exact distance of lines in hundredths of a point. */
export const paragraph = (runs: readonly Run[], align: 'l' | 'ctr' | 'r' = 'l', lead: number | null = null): string => {
  const spacing = lead === null ? '' : `<a:lnSpc><a:spcPts val="${lead}"/></a:lnSpc>`;
  const all = runs
    .map(
      (run) =>
        `<a:r><a:rPr ${properties(run)}>${run.fill}<a:latin typeface="${xmlValue(run.typeface)}"/></a:rPr><a:t>${xmlText(run.text)}</a:t></a:r>`,
    )
    .join('');
  return `<a:p><a:pPr algn="${align}">${spacing}</a:pPr>${all}</a:p>`;
};

export interface BodyOptions {
  readonly wrap?: boolean;
  readonly anchor?: 't' | 'ctr' | 'b';
  /** Left, top, right, bottom in EMU. */
  readonly insets?: readonly [number, number, number, number];
}

/** The text of a shape; an empty one when there are no paragraphs. */
export function textBody(paragraphs: readonly string[], options: BodyOptions = {}): string {
  if (paragraphs.length === 0) {
    return '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>';
  }
  const [l, t, r, b] = options.insets ?? [0, 0, 0, 0];
  const wrap = options.wrap === false ? 'none' : 'square';
  const body =
    `<a:bodyPr wrap="${wrap}" lIns="${l}" tIns="${t}" rIns="${r}" bIns="${b}" anchor="${options.anchor ?? 't'}" rtlCol="0">` +
    `<a:noAutofit/></a:bodyPr>`;
  return `<p:txBody>${body}<a:lstStyle/>${paragraphs.join('')}</p:txBody>`;
}
