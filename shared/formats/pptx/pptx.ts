import { strToU8, type Zippable, zipSync } from 'fflate';
import { SOURCE_NAMESPACE } from '../svg.ts';
import { layoutXml, masterXml, notesMasterXml, notesXml, themeXml } from './package-parts.ts';
import { type Slide, type SlideStyle, slideXml, titlePlace } from './slide.ts';
import { EMU } from './slide-canvas.ts';
import { HEAD, NS, relationships, xmlText } from './xml.ts';

export { LEAST_POINTS } from './deck.ts';
export type { Slide } from './slide.ts';

export interface PptxOptions extends Partial<Omit<SlideStyle, 'w' | 'h'>> {
  readonly ratio?: '16:9' | '4:3';
  /** Orgora JSON of the board, kept inside the file so that it can be opened again. */
  readonly embedSource?: string;
  /** Title of the document. */
  readonly title?: string;
  /** When it was made, ISO 8601 in UTC; a fixed day when absent, so that equal boards give equal files. */
  readonly date?: string;
}

export interface PptxFile {
  readonly bytes: Uint8Array;
  /** Smallest text of each slide's drawing, in points. */
  readonly slides: readonly { readonly title: string; readonly smallest: number }[];
}

const FIXED_DAY = '2000-01-01T00:00:00Z';
/** Of every entry of the archive. */
const ZIP_DAY = new Date(2000, 0, 1);
const P = 'application/vnd.openxmlformats-officedocument.presentationml.';
const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml';
const SIZES = { '16:9': { w: 1280, h: 720 }, '4:3': { w: 960, h: 720 } } as const;

class Parts {
  readonly files = new Map<string, string>();
  readonly types: (readonly [string, string])[] = [];

  put(path: string, xml: string, type?: string): void {
    this.files.set(path, xml);
    if (type !== undefined) this.types.push([`/${path}`, type]);
  }

  zip(): Uint8Array {
    const types = this.types.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('');
    const content =
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${types}</Types>`;
    const out: Zippable = { '[Content_Types].xml': strToU8(content) };
    for (const [path, xml] of [...this.files].sort((a, b) => (a[0] < b[0] ? -1 : 1))) out[path] = strToU8(xml);
    return zipSync(out, { level: 6, mtime: ZIP_DAY });
  }
}

function properties(parts: Parts, title: string, date: string, slides: number): void {
  parts.put(
    'docProps/core.xml',
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  parts.put(
    'docProps/app.xml',
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
      `<Application>Orgora</Application><Slides>${slides}</Slides><Notes>${slides}</Notes></Properties>`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  );
}

function sourceParts(parts: Parts, source: string): void {
  parts.put('customXml/item1.xml', `${HEAD}<board xmlns="${SOURCE_NAMESPACE}">${xmlText(source)}</board>`);
  parts.put(
    'customXml/_rels/item1.xml.rels',
    relationships([{ id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml' }]),
  );
  parts.put(
    'customXml/itemProps1.xml',
    `${HEAD}<ds:datastoreItem ds:itemID="{2B7E1516-28AE-4D2A-9ABF-7158809CF4F3}" ` +
      'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>' +
      `<ds:schemaRef ds:uri="${SOURCE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  );
}

/**
 * A deck of native shapes: every element a group, every relation a connector glued at both ends, written as Office Open XML
 * (ISO/IEC 29500). Equal slides and options give equal bytes, in Node and in a browser.
 */
export function pptxOf(slides: readonly Slide[], options: PptxOptions = {}): PptxFile {
  const size = SIZES[options.ratio ?? '16:9'];
  const style: SlideStyle = {
    theme: options.theme ?? 'light',
    finish: options.finish ?? 'full',
    colours: options.colours ?? 'exact',
    font: options.font ?? 'theme',
    legend: options.legend ?? true,
    source: options.source ?? '',
    mark: options.mark ?? '',
    ...size,
  };
  const parts = new Parts();
  const drawn = slides.map((slide) => ({ slide, ...slideXml(slide, style) }));
  for (const [i, { slide, xml }] of drawn.entries()) {
    const n = i + 1;
    parts.put(`ppt/slides/slide${n}.xml`, xml, `${P}slide+xml`);
    parts.put(
      `ppt/slides/_rels/slide${n}.xml.rels`,
      relationships([
        { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'rId2', type: 'notesSlide', target: `../notesSlides/notesSlide${n}.xml` },
      ]),
    );
    parts.put(`ppt/notesSlides/notesSlide${n}.xml`, notesXml(slide.notes ?? ''), `${P}notesSlide+xml`);
    parts.put(
      `ppt/notesSlides/_rels/notesSlide${n}.xml.rels`,
      relationships([
        { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { id: 'rId2', type: 'slide', target: `../slides/slide${n}.xml` },
      ]),
    );
  }
  const font = style.font === 'theme' ? 'Arial' : 'Inter';
  for (const n of [1, 2]) parts.put(`ppt/theme/theme${n}.xml`, themeXml(style.theme, font), THEME);
  parts.put('ppt/slideMasters/slideMaster1.xml', masterXml(titlePlace(size.w)), `${P}slideMaster+xml`);
  parts.put(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    relationships([
      { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
      { id: 'rId2', type: 'theme', target: '../theme/theme1.xml' },
    ]),
  );
  parts.put('ppt/slideLayouts/slideLayout1.xml', layoutXml(), `${P}slideLayout+xml`);
  parts.put(
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
    relationships([{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
  );
  parts.put('ppt/notesMasters/notesMaster1.xml', notesMasterXml(), `${P}notesMaster+xml`);
  parts.put(
    'ppt/notesMasters/_rels/notesMaster1.xml.rels',
    relationships([{ id: 'rId1', type: 'theme', target: '../theme/theme2.xml' }]),
  );
  const list = drawn.map((_, i) => `<p:sldId id="${256 + i}" r:id="rId${10 + i}"/>`).join('');
  parts.put(
    'ppt/presentation.xml',
    `${HEAD}<p:presentation ${NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>` +
      `</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${list}</p:sldIdLst>` +
      `<p:sldSz cx="${size.w * EMU}" cy="${size.h * EMU}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    `${P}presentation.main+xml`,
  );
  parts.put('ppt/presProps.xml', `${HEAD}<p:presentationPr ${NS}/>`, `${P}presProps+xml`);
  parts.put(
    'ppt/_rels/presentation.xml.rels',
    relationships([
      { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { id: 'rId2', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      { id: 'rId3', type: 'theme', target: 'theme/theme1.xml' },
      { id: 'rId4', type: 'presProps', target: 'presProps.xml' },
      ...(options.embedSource === undefined
        ? []
        : [{ id: 'rId5', type: 'customXml', target: '../customXml/item1.xml' }]),
      ...drawn.map((_, i) => ({ id: `rId${10 + i}`, type: 'slide', target: `slides/slide${i + 1}.xml` })),
    ]),
  );
  properties(parts, options.title ?? slides[0]?.title ?? '', options.date ?? FIXED_DAY, slides.length);
  if (options.embedSource !== undefined) sourceParts(parts, options.embedSource);
  parts.put(
    '_rels/.rels',
    relationships([
      { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
      {
        id: 'rId2',
        type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target: 'docProps/core.xml',
      },
      { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
  );
  return {
    bytes: parts.zip(),
    slides: drawn.map(({ slide, smallest }) => ({ title: slide.title, smallest })),
  };
}
