import { type JSX, lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';

const HomePage = lazy(() => import('./home/HomePage.tsx').then((m) => ({ default: m.HomePage })));
const CouncilPage = lazy(() => import('./council/CouncilPage.tsx').then((m) => ({ default: m.CouncilPage })));
const RecapPage = lazy(() => import('./recap/RecapPage.tsx').then((m) => ({ default: m.RecapPage })));
const JoinPage = lazy(() => import('./home/JoinPage.tsx').then((m) => ({ default: m.JoinPage })));
const GalleryPage = lazy(() => import('./templates/GalleryPage.tsx').then((m) => ({ default: m.GalleryPage })));
const BoardPage = lazy(() => import('./board-page/BoardPage.tsx').then((m) => ({ default: m.BoardPage })));
const SpeakerPage = lazy(() => import('./present/SpeakerPage.tsx').then((m) => ({ default: m.SpeakerPage })));
const VocabularyPage = lazy(() => import('./home/VocabularyPage.tsx').then((m) => ({ default: m.VocabularyPage })));
const LearnPage = lazy(() => import('./tour/LearnPage.tsx').then((m) => ({ default: m.LearnPage })));
const VocabularySheet = lazy(() => import('./debug/VocabularySheet.tsx').then((m) => ({ default: m.VocabularySheet })));
const CanvasLab = lazy(() => import('./debug/canvas-lab/CanvasLab.tsx').then((m) => ({ default: m.CanvasLab })));

/** The pages (DESIGN 2). Each is loaded when it is opened. */
export function App(): JSX.Element {
  return (
    <BrowserRouter>
      <Suspense fallback={null}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/join" element={<JoinPage />} />
          <Route path="/templates" element={<GalleryPage />} />
          <Route path="/vocabulary" element={<VocabularyPage />} />
          <Route path="/learn" element={<LearnPage />} />
          <Route path="/c/:councilId" element={<CouncilPage />} />
          <Route path="/c/:councilId/recap" element={<RecapPage />} />
          <Route path="/c/:councilId/b/:boardId/speaker" element={<SpeakerPage />} />
          <Route path="/c/:councilId/b/:boardId/:mode?" element={<BoardPage />} />
          <Route path="/debug/vocabulary" element={<VocabularySheet />} />
          <Route path="/debug/canvas" element={<CanvasLab />} />
        </Routes>
      </Suspense>
    </BrowserRouter>
  );
}
