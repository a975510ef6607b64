// pdf.js's build for Node.js 20 puts its own push, parse and stringify in place of the native ones, for corner cases
// that nothing here meets. For all code of the process they are slower: push about twice, JSON.stringify twenty times.

const { push } = Array.prototype;
const { parse, stringify } = JSON;

/** Puts back what stood there when this module was loaded: to be loaded before pdf.js. */
export function restoreBuiltIns(): void {
  if (Array.prototype.push !== push) Array.prototype.push = push;
  if (JSON.stringify !== stringify) Object.assign(JSON, { parse, stringify });
}
