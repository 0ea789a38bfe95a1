import { FONT_FILES } from './fonts.ts';
import { serveDesk } from './serve-desk.ts';
import { writeWithFonts } from './write-with-fonts.ts';

serveDesk({ write: (content, order, tell) => writeWithFonts(content, order, FONT_FILES, tell) });
