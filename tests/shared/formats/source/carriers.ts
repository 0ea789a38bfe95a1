import { strToU8, zlibSync } from 'fflate';
import { crc32 } from '#shared/formats/source/png-source.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** The smallest picture: one grey pixel. */
export function tinyPng(): Uint8Array {
  const head = Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = zlibSync(Uint8Array.from([0, 128]));
  return Uint8Array.from(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', new Uint8Array())]),
  );
}

interface Attachment {
  readonly name: string;
  /** Text to pack, or bytes that are packed already. */
  readonly content: string | Uint8Array;
  /** Descriptions inside a packed stream of objects and the stream without a type, as programs save PDFs again. */
  readonly packed?: boolean;
}

/** A PDF without a page that carries one file. */
export function pdfWith({ name, content, packed = false }: Attachment): Uint8Array {
  const data = typeof content === 'string' ? zlibSync(strToU8(content)) : content;
  const spec = `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 8 0 R >> >>`;
  const stream = (id: number, keys: string, bytes: Uint8Array): readonly (string | Uint8Array)[] => [
    `${id} 0 obj\n<< ${keys} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`,
    bytes,
    '\nendstream\nendobj\n',
  ];
  const parts: readonly (string | Uint8Array)[] = [
    '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >> >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    ...(packed
      ? stream(9, '/Type /ObjStm /N 1 /First 4', zlibSync(strToU8(`7 0 ${spec}`)))
      : [`7 0 obj\n${spec}\nendobj\n`]),
    ...stream(8, packed ? '' : '/Type /EmbeddedFile', data),
    'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
  ];
  return Uint8Array.from(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
  );
}
