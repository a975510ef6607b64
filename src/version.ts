import { createRequire } from 'node:module';

/** Of this program, from its package.json, wherever it was built to. */
export const { version: VERSION } = createRequire(import.meta.url)('gongbao/package.json') as { version: string };
