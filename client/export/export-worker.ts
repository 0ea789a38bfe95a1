import { previewOf } from './pages.ts';
import { serveDesk } from './serve-desk.ts';
import { clipTexts, writeExport } from './write-file.ts';

serveDesk({ preview: previewOf, write: writeExport, texts: clipTexts });
