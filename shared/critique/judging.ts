/** Words that answer instead of asking. A question with one of them is not refused: who writes it is told. */
const JUDGING: readonly RegExp[] = Object.freeze([
  /\bshould(n['’]?t)?\b/i,
  /\bought\b/i,
  /\bwhy (don['’]?t|not|didn['’]?t|doesn['’]?t|haven['’]?t|aren['’]?t|isn['’]?t|wouldn['’]?t)\b/i,
  /\b(wouldn['’]?t|isn['’]?t|aren['’]?t|don['’]?t you|shouldn['’]?t)\b/i,
  /\bobvious(ly)?\b/i,
  /\bclearly\b/i,
  /\bof course\b/i,
  /\bsurely\b/i,
  /\bwrong\b/i,
  /\bbad(ly)?\b/i,
  /\bworse\b/i,
  /\bbetter\b/i,
  /\bstupid\b/i,
  /\bridiculous\b/i,
  /\bnonsense\b/i,
  /\bmistake\b/i,
  /\bfail(s|ed|ing)?\b/i,
  /\bmust\b/i,
  /\bneed(s)? to\b/i,
  /\b(you )?never\b/i,
  /\bhow (on earth|could you|can you)\b/i,
]);

/** The sentence that is shown beside a question that judges. */
export const JUDGING_HINT = 'This judges. Ask what, how, who, when.';

/** The words of a text that judge, as they stand in it, in their order; empty for a neutral question. */
export function judgingWords(text: string): readonly string[] {
  const found = JUDGING.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ at: match.index, word: match[0] }];
  });
  found.sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  // One place counts once: "why don't" holds "don't".
  const words: string[] = [];
  let end = -1;
  for (const { at, word } of found) {
    if (at < end) continue;
    words.push(word);
    end = at + word.length;
  }
  return words;
}
