import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  // the address holds the token of the start: everything is asked for below it
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../../../dist/review/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // pdf.js, which is loaded with the first page that is drawn
    chunkSizeWarningLimit: 1024,
    // the policy of the page allows no styles and pictures within other files
    assetsInlineLimit: 0,
  },
});
