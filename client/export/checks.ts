import type { Finding, FindingKind } from '#shared/redaction/lint.ts';
import type { ExportChoices } from './choices.ts';
import { formatOf } from './formats.ts';
import type { Page, Preview } from './pages.ts';

/** Below this many points nobody in the last row reads it. */
const LEAST_POINTS = 9;
/** Above this many boxes a slide is a wall. */
const MOST_ELEMENTS = 40;

export type CheckAction = 'split' | 'names' | 'tidy';

/** One thing looked at before the file leaves. */
export interface Check {
  readonly good: boolean;
  readonly sentence: string;
  readonly action: CheckAction | null;
}

interface Numbered extends Page {
  readonly number: number;
}

const points = (size: number): string => `${Math.round(size * 10) / 10} pt`;
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function typeCheck(pages: readonly Numbered[], split: boolean): readonly Check[] {
  const sizes = pages.flatMap((page) => page.smallest ?? []);
  if (sizes.length === 0) return [];
  const least = Math.min(...sizes);
  if (least >= LEAST_POINTS) return [{ good: true, sentence: `Smallest text is ${points(least)}`, action: null }];
  return [
    { good: false, sentence: `Smallest text is ${points(least)}, 9 pt can be read`, action: split ? 'split' : null },
  ];
}

function sizeCheck(pages: readonly Numbered[], split: boolean): readonly Check[] {
  const most = Math.max(0, ...pages.map((page) => page.elements));
  const elements = count(most, 'element', 'elements');
  if (most > MOST_ELEMENTS) {
    return [{ good: false, sentence: `${elements} on one slide`, action: split ? 'split' : null }];
  }
  return [
    {
      good: true,
      sentence: pages.length === 1 ? `${elements}, one slide is enough` : `At most ${elements} on a slide`,
      action: null,
    },
  ];
}

function lineCheck(pages: readonly Numbered[], tidy: boolean): readonly Check[] {
  const crossed = pages.filter((page) => page.crossings > 0);
  if (crossed.length === 0) return [{ good: true, sentence: 'No lines cross', action: null }];
  const [first] = crossed;
  const which =
    crossed.length === 1 && pages.length > 1 ? `Slide ${first?.number}` : count(crossed.length, 'slide', 'slides');
  const sentence =
    pages.length === 1
      ? `${count(first?.crossings ?? 0, 'crossing', 'crossings')} of lines`
      : `${which} ${crossed.length === 1 ? 'has' : 'have'} crossing lines`;
  return [{ good: false, sentence, action: tidy ? 'tidy' : null }];
}

const KINDS: Readonly<Record<FindingKind, string>> = {
  person: 'a person',
  address: 'an address',
  company: 'a company',
  product: 'a product',
};

/** What a found name looks like to us, in words. */
export const kindWords = ({ kind }: Finding): string => KINDS[kind];

/** What a person should know before the file leaves; only about the pages that leave. */
export function checksOf(
  preview: Preview,
  choices: ExportChoices,
  off: readonly number[],
  may: { readonly tidy: boolean; readonly split: boolean },
): readonly Check[] {
  const { names } = preview;
  const found: Check = {
    good: names.length === 0,
    sentence:
      names.length === 0
        ? 'No people, company or product names found'
        : `${count(names.length, 'name', 'names')} found`,
    action: names.length === 0 ? null : 'names',
  };
  if (formatOf(choices.format).shows !== 'pages') return [found];
  const pages = preview.pages.map((page, i) => ({ ...page, number: i + 1 })).filter((_, i) => !off.includes(i));
  if (pages.length === 0) return [found];
  return [...typeCheck(pages, may.split), ...sizeCheck(pages, may.split), found, ...lineCheck(pages, may.tidy)];
}
