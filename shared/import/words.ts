/** A heading or a choice as it is compared: without accents, case, spaces and signs. */
export const plain = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase().replace(NO_LETTERS, '') : plainWide(text);

const ASCII = /^[ -~]*$/;
const NO_LETTERS = /[^a-z0-9]+/g;

const plainWide = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** One line: line breaks inside a cell are spaces. */
export const oneLine = (text: string): string => (text.includes('\n') ? text.replace(/\s+/g, ' ').trim() : text);

const ROLE_WORDS =
  /\b(chief|c[a-z]o|vp|svp|evp|avp|president|director|head|manager|lead|leader|officer|analyst|specialist|engineer|architect|strategist|owner|coordinator|administrator|admin|scientist|designer|steward|partner|assistant|consultant|developer|buyer|planner|editor|writer|representative|executive|associate|intern|trainee|supervisor|producer|master|expert|advisor|controller|accountant|counsel|recruiter|technician|operator|agent|clerk|sef|șef|specialistă?|analist|inginer|coordonator|asistent)\b/i;

/** Whether a text reads as the title of a role. */
export const readsAsRole = (text: string): boolean => ROLE_WORDS.test(text);

const ORG_WORDS =
  /\b(team|teams|group|department|dept|division|unit|office|centre|center|committee|board|council|forum|hub|squad|tribe|chapter|guild|agency|marketing|sales|operations|ops|support|service|services|data|analytics|technology|tech|digital|content|brand|product|finance|legal|procurement|customer|experience|revenue|platform|system|crm|cdp|dam|cms|erp|it|hr|bi|ai|web|email|social|media|search|global|regional|local|emea|apac|amer|europe|america|asia|north|south|east|west|new|vacant|open|project|program|programme|strategy|planning|performance|growth|demand|generation|automation|insights?|research|design|creative|commerce|ecommerce|loyalty|privacy|security|quality|training|enablement|partner|partners|vendor|integrator|marca|echipa|departament|vanzari|date)\b/i;

const NAME_PART = /^\p{Lu}(?:[\p{L}’'`.-]*)$/u;
const PARTICLES = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'da',
  'di',
  'del',
  'la',
  'le',
  'bin',
  'al',
  'ter',
  'dos',
  'el',
  'y',
  'zu',
]);

/**
 * Whether a text looks like the name of a person: two to five words that begin with a capital ("Last, First" too), none of
 * which belongs to titles, teams or systems. A guess, on the careful side: it may take a brand for a person, never a title.
 */
export function looksLikePerson(text: string): boolean {
  const words = text
    .replace(/\s*\([^)]*\)$/, '')
    .replace(',', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const big = words.filter((word) => !PARTICLES.has(word));
  if (big.length < 2 || words.length > 5 || /\d|[&/:;+]/.test(text)) return false;
  if (ROLE_WORDS.test(text) || ORG_WORDS.test(text.normalize('NFKD').replace(/\p{M}/gu, ''))) return false;
  return (
    big.every((word) => NAME_PART.test(word)) && big.some((word) => word.length > 1 && word !== word.toUpperCase())
  );
}
