export * from './contents.js';
export * from './deadline.js';
export * from './department.js';
export * from './document.js';
export * from './flag.js';
export * from './issue.js';
export * from './measure.js';
export { schema } from './schema.js';
export * from './source.js';
