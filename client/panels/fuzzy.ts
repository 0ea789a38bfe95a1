/** How well words fit a question: higher is better, 0 not at all. Every word of the question must be found; starts count most. */
export function score(question: string, title: string, more = ''): number {
  const asked = question
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (asked.length === 0) return 1;
  const head = title.toLowerCase();
  const tail = more.toLowerCase();
  let sum = 0;
  for (const word of asked) {
    const at = head.indexOf(word);
    if (at === 0) sum += 12;
    else if (at > 0) sum += head[at - 1] === ' ' ? 9 : 5;
    else if (tail.includes(word)) sum += 3;
    else if (inOrder(word, head)) sum += 1;
    else return 0;
  }
  return sum + 1 / (1 + head.length);
}

/** Whether the letters stand in the text in this order: "dup" in "duplicate", "ddp" too. */
function inOrder(word: string, text: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
