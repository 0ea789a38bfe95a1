import type { ColorToken } from '../../drawing/mark.ts';
import { THEMES, type ThemeName } from '../../drawing/theme.ts';
import { HEAD, NS, xmlText, xmlValue } from './xml.ts';

/** The parts of a deck that do not depend on what is drawn: theme, master, layout, notes master. */

const EMPTY_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

export const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" ' +
  'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

/** The deck's theme: our inks, and the font the deck's text follows. */
export function themeXml(theme: ThemeName, font: string): string {
  const value = (token: ColorToken): string => THEMES[theme][token].slice(1, 7);
  const slot = (name: string, token: ColorToken): string => `<a:${name}><a:srgbClr val="${value(token)}"/></a:${name}>`;
  const fonts = ['majorFont', 'minorFont']
    .map((tag) => `<a:${tag}><a:latin typeface="${xmlValue(font)}"/><a:ea typeface=""/><a:cs typeface=""/></a:${tag}>`)
    .join('');
  const lines = [6350, 12_700, 19_050].map((w) => `<a:ln w="${w}">${plainFill}</a:ln>`).join('');
  return (
    `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Orgora"><a:themeElements>` +
    `<a:clrScheme name="Orgora">${slot('dk1', 'ink')}${slot('lt1', theme === 'dark' ? 'paper' : 'surface')}` +
    `${slot('dk2', 'ink-2')}${slot('lt2', 'surface-sunk')}${slot('accent1', 'team-1')}${slot('accent2', 'team-2')}` +
    `${slot('accent3', 'team-3')}${slot('accent4', 'team-4')}${slot('accent5', 'team-5')}${slot('accent6', 'accent')}` +
    `${slot('hlink', 'accent')}${slot('folHlink', 'team-4')}</a:clrScheme>` +
    `<a:fontScheme name="Orgora">${fonts}</a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>${plainFill.repeat(3)}` +
    `</a:fillStyleLst><a:lnStyleLst>${lines}</a:lnStyleLst><a:effectStyleLst>` +
    `${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

const titleShape = (place: Place | null): string => {
  const where =
    place === null
      ? '<p:spPr/>'
      : `<p:spPr><a:xfrm><a:off x="${place.x}" y="${place.y}"/><a:ext cx="${place.cx}" cy="${place.cy}"/></a:xfrm>` +
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>';
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>' +
    `<p:ph type="title"/></p:nvPr></p:nvSpPr>${where}<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">` +
    '<a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>'
  );
};

const levels = (size: number): string =>
  [1, 2, 3, 4, 5]
    .map(
      (n) =>
        `<a:lvl${n}pPr marL="${(n - 1) * 285_750}" algn="l"><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/>` +
        `</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${n}pPr>`,
    )
    .join('');

export const masterXml = (title: Place): string =>
  `${HEAD}<p:sldMaster ${NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr>` +
  `</p:bg><p:spTree>${EMPTY_TREE}${titleShape(title)}</p:spTree></p:cSld>${COLOUR_MAP}<p:sldLayoutIdLst>` +
  '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l">' +
  '<a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr>' +
  `</a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels(1800)}</p:bodyStyle><p:otherStyle>${levels(1800)}</p:otherStyle>` +
  '</p:txStyles></p:sldMaster>';

export const layoutXml = (): string =>
  `${HEAD}<p:sldLayout ${NS} type="titleOnly" preserve="1"><p:cSld name="Title Only"><p:spTree>${EMPTY_TREE}` +
  `${titleShape(null)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

const notesShape = (name: string, id: number, ph: string, place: string, body: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"${name === 'Slide' ? ' noRot="1" noChangeAspect="1"' : ''}/>` +
  `</p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr>${place}${body}</p:sp>`;

const at = (x: number, y: number, cx: number, cy: number): string =>
  `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`;

const EMPTY_BODY = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>';

export const notesMasterXml = (): string =>
  `${HEAD}<p:notesMaster ${NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${EMPTY_TREE}` +
  notesShape('Slide', 2, 'type="sldImg" idx="2"', at(685_800, 1_143_000, 5_486_400, 3_086_100), '') +
  notesShape('Notes', 3, 'type="body" sz="quarter" idx="3"', at(685_800, 4_400_550, 5_486_400, 3_600_450), EMPTY_BODY) +
  `</p:spTree></p:cSld>${COLOUR_MAP}<p:notesStyle>${levels(1200)}</p:notesStyle></p:notesMaster>`;

/** The notes of one slide; a paragraph for each line. */
export const notesXml = (text: string): string => {
  const paragraphs = text
    .split('\n')
    .map((line) =>
      line === ''
        ? '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
        : `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`,
    )
    .join('');
  return (
    `${HEAD}<p:notes ${NS}><p:cSld><p:spTree>${EMPTY_TREE}${notesShape('Slide', 2, 'type="sldImg"', '<p:spPr/>', '')}` +
    notesShape(
      'Notes',
      3,
      'type="body" idx="1"',
      '<p:spPr/>',
      `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody>`,
    ) +
    '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
  );
};
