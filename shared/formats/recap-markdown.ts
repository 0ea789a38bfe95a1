import { commentKind } from '../critique/kinds.ts';
import { PROFILE_FIELDS } from '../critique/profile.ts';
import type { Recap, RecapBoard, RecapComment, RecapPattern } from '../critique/recap/recap.ts';
import { saidOn } from '../critique/recap/recap-comments.ts';
import { CONSENT_WORDS } from '../critique/recap-notes.ts';
import { frictionKind } from '../overlays/friction-kinds.ts';

/** Text that Markdown takes as text, on one line. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/([\\`*_{}[\]<>#|])/g, '\\$1');

const section = (title: string, lines: readonly string[], level = 2): readonly string[] =>
  lines.length === 0 ? [] : ['', `${'#'.repeat(level)} ${title}`, '', ...lines];

const bullets = (texts: readonly string[]): readonly string[] => texts.map((text) => `- ${plain(text)}`);
const day = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(0, 10));
const times = (n: number): string => (n === 0 ? '' : ` (same here: ${n})`);
const STATES = { open: '', answered: ', answered', passed: ', left open on purpose', resolved: ', resolved' } as const;

/** Whose board it is about, as the beginning of a line. */
function whose(recap: Recap, board: string | null): string {
  const found = recap.boards.find((one) => one.board === board);
  return found === undefined ? '' : `${plain(found.alias || found.title)}: `;
}

/** @param across the recap, where the line stands among those of other boards */
function commentLines(comment: RecapComment, across?: Recap): readonly string[] {
  const { kind, on, text, same, state, replies, friction } = comment;
  const grave =
    friction === null ? '' : ` (${frictionKind(friction.kind)?.label ?? friction.kind}, level ${friction.level})`;
  const where = on === '' ? '' : ` On ${plain(on)}:`;
  return [
    `- ${across === undefined ? '' : whose(across, comment.board)}**${commentKind(kind).label}**${grave}${STATES[state]}.${where} ${plain(text)}${times(same)}`,
    ...replies.map((reply) => `  - ${reply.alias === null ? '' : `${plain(reply.alias)}: `}${plain(reply.text)}`),
  ];
}

const patternLine = ({ text, n, of }: RecapPattern): string => `- ${plain(text)}: ${n} of ${of}`;

function boardLines(board: RecapBoard): readonly string[] {
  const { proposals, consent } = board;
  return [
    '',
    `## ${plain(board.title === '' ? 'Untitled board' : board.title)}${board.alias === '' ? '' : `, ${plain(board.alias)}`}`,
    ...(board.sentence === '' ? [] : ['', plain(board.sentence)]),
    ...section(
      'Read',
      board.read.map(({ label, value }) => `- ${plain(label)}: ${plain(value)}`),
      3,
    ),
    ...section(
      'Profile',
      PROFILE_FIELDS.flatMap(({ id, label }) => {
        const band = board.profile[id] ?? '';
        return band === '' ? [] : [`- ${label}: ${plain(band)}`];
      }),
      3,
    ),
    ...section('Takeaways', bullets(board.takeaways), 3),
    ...section('Actions', bullets(board.actions), 3),
    ...section(
      'What was said',
      saidOn(board).flatMap((one) => commentLines(one)),
      3,
    ),
    ...section(
      'Proposed changes',
      proposals.flatMap(({ reason, changes, status, answer, stands }) => [
        `- ${plain(reason)} (${status === 'accepted' && !stands ? 'accepted, then undone' : status}${
          answer === null || answer.text === '' ? '' : `, ${plain(answer.alias)}: ${plain(answer.text)}`
        })`,
        ...changes.map((change) => `  - ${plain(change)}`),
      ]),
      3,
    ),
    ...section('What changed', bullets(board.changed), 3),
    '',
    `Version ${board.version}. Consent: ${CONSENT_WORDS[consent].label.toLowerCase()}.`,
  ];
}

/** The recap as Markdown. */
export function recapMarkdown(recap: Recap): string {
  const { vote } = recap;
  const results = vote === null ? [] : [...vote.items].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0));
  return `${[
    `# Recap: ${plain(recap.council)}`,
    '',
    `${[day(recap.startedAt), recap.aliases.join(', '), `symbols version ${recap.vocabulary}`].filter((part) => part !== '').join(' · ')}`,
    '',
    `> ${recap.rule}`,
    ...recap.boards.flatMap(boardLines),
    ...section('Patterns', recap.patterns.map(patternLine)),
    ...section('Where models part', recap.splits.map(patternLine)),
    ...section(
      'Words',
      recap.words.map(({ term, symbol, meaning }) => `- **${plain(term)}** → ${plain(symbol)} → ${plain(meaning)}`),
    ),
    ...section(
      'Words said, not decided',
      recap.offered.map(({ term, symbol, meaning }) => `- ${plain(term)} → ${plain(symbol)} → ${plain(meaning)}`),
    ),
    ...section(
      'Open questions',
      recap.questions.map(({ text, board, same }) => `- ${whose(recap, board)}${plain(text)}${times(same)}`),
    ),
    ...(vote === null
      ? []
      : section(`Vote: ${plain(vote.title)}`, [
          ...results.map(({ label, dots }, i) => `${i + 1}. ${plain(label)}: ${dots ?? 0}`),
          '',
          `${vote.voters === 1 ? '1 person' : `${vote.voters} people`} voted, ${vote.budget} each.`,
        ])),
    ...section(
      'Imagined failures',
      recap.failures.flatMap((one) => commentLines(one, recap)),
    ),
    ...(recap.deleteAt === null ? [] : ['', `Everything is deleted on ${recap.deleteAt.slice(0, 10)}.`]),
  ].join('\n')}\n`;
}
