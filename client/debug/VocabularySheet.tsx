/** The whole vocabulary on one page. */
export function VocabularySheet() {
  return <main aria-label="Visual vocabulary" />;
}
