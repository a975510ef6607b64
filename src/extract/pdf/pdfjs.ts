// The one place that pdf.js is loaded from.
import './built-ins.js'; // first: pdf.js replaces them

export {
  getDocument,
  OPS,
  type PDFDocumentLoadingTask,
  type PDFPageProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
