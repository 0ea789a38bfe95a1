import { csvFormat } from './csv.ts';
import { drawioFormat } from './drawio.ts';
import type { ExportFormat } from './export-format.ts';
import { jsonFormat } from './json.ts';
import { jsonCanvasFormat } from './json-canvas.ts';
import { markdownFormat } from './markdown.ts';
import { mermaidFormat } from './mermaid.ts';
import { pdfFormat } from './pdf.ts';
import { pngFormat } from './png.ts';
import { pptxFormat } from './pptx.ts';
import { svgFormat } from './svg.ts';
import { textFormat } from './text.ts';
import { xlsxFormat } from './xlsx.ts';

/** Every format that `orgora export` writes. */
export const FORMATS: readonly ExportFormat[] = [
  svgFormat,
  pngFormat,
  pptxFormat,
  pdfFormat,
  jsonFormat,
  csvFormat,
  xlsxFormat,
  textFormat,
  drawioFormat,
  mermaidFormat,
  markdownFormat,
  jsonCanvasFormat,
];
