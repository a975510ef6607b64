// PDFs that are made to hang a reader, fill its memory or confuse it.
import { createDeflate, deflateSync } from 'node:zlib';

/** The body of an object, or the dictionary and the data of a stream. */
export type PdfObject = string | { dictionary: string; data: Uint8Array | string };

/** Objects 1, 2 … with a cross-reference; 1 is the catalog. */
export function pdfOf(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = '%PDF-1.7\n'.length;
  for (const [index, object] of objects.entries()) {
    const bytes = bytesOf(object, index + 1);
    offsets.push(length);
    parts.push(bytes);
    length += bytes.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`));
  return Buffer.concat(parts);
}

function bytesOf(object: PdfObject, number: number): Buffer {
  if (typeof object === 'string') return Buffer.from(`${number} 0 obj\n${object}\nendobj\n`);
  const data = Buffer.from(object.data);
  const head = `${number} 0 obj\n<< ${object.dictionary} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')]);
}

export const NOTICE = 'BT /F1 12 Tf 72 700 Td (Notice of the city government) Tj ET';

interface Page {
  /** The box and whatever else the page says. */
  entries?: string;
  content?: PdfObject;
  /** Objects from 6 on: 6 is the form /X. */
  more?: readonly PdfObject[];
  kids?: string;
}

export const stream = (data: string): PdfObject => ({ dictionary: '', data });

/** One page, object 3, that shows a line of text. */
export const onePage = ({
  entries = '/MediaBox [0 0 595 842]',
  content = stream(NOTICE),
  more = [],
  kids = '3 0 R',
}: Page = {}): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${kids.split('R').length - 1} /Kids [${kids}] >>`,
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${entries}
     /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>`,
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ]);

const form = (content: string, next: number): PdfObject => ({
  dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${next} 0 R >> >>`,
  data: content,
});

/** A form that shows itself. */
export const formInItself = (): Buffer => onePage({ content: stream(`${NOTICE} /X Do`), more: [form('/X Do', 6)] });

/** Each form shows the next one twice: 2^32 in all. */
export const billionForms = (): Buffer =>
  onePage({
    content: stream(`${NOTICE} /X Do`),
    more: Array.from({ length: 33 }, (_, index) => form(index === 32 ? '' : '/X Do /X Do', 7 + index)),
  });

export const manyPages = (count: number): Buffer => onePage({ kids: Array(count).fill('3 0 R').join(' ') });

/** Spaces, compressed: a megabyte becomes a kilobyte. */
async function spaces(megabytes: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 });
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => deflate.on('end', resolve));
  const block = Buffer.alloc(2 ** 20, ' ');
  for (let count = 0; count < megabytes; count++) {
    if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await ended;
  return Buffer.concat(chunks);
}

/** @param dictionary of the stream, beside its filter */
export async function bomb(megabytes: number, dictionary = ''): Promise<Buffer> {
  return onePage({
    content: { dictionary: `${dictionary} /Filter /FlateDecode`, data: await spaces(megabytes) },
  });
}

/** Compressed twice: a few kilobytes. */
export async function bombInBomb(megabytes: number): Promise<Buffer> {
  const data = deflateSync(await spaces(megabytes));
  return onePage({ content: { dictionary: '/Filter [/FlateDecode /FlateDecode]', data } });
}
