import { useComputedColorScheme } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import { VocabularyDrawing } from '../debug/VocabularySheet.tsx';
import { Sidebar } from '../ui/Sidebar.tsx';
import './home.css';

/** The vocabulary as a page: what every mark means, and the proof that it can be read without colour. */
export function VocabularyPage(): JSX.Element {
  const scheme = useComputedColorScheme('light');
  const [grey, setGrey] = useState(false);
  useEffect(() => {
    document.title = 'Vocabulary · Orgora';
  }, []);
  return (
    <div className="page">
      <Sidebar />
      <main className="page-main vocabulary-page">
        <h1 className="visually-hidden">Vocabulary</h1>
        <label className="vocabulary-grey">
          <input type="checkbox" checked={grey} onChange={(event) => setGrey(event.currentTarget.checked)} />
          Without colour
        </label>
        <VocabularyDrawing dark={scheme === 'dark'} grey={grey} />
      </main>
    </div>
  );
}
