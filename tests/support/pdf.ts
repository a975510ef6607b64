import PDFDocument from 'pdfkit';

/** A PDF with one page for each text; a page of '' has a drawing and no text. */
export function makePdf(pages: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  for (const text of pages) {
    pdf.addPage();
    if (text === '') pdf.rect(72, 72, 200, 100).fill('#888');
    else pdf.text(text);
  }
  pdf.end();
  return finished;
}
