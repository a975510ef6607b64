/** What the tests use of edtf, which brings no types. */
declare module 'edtf' {
  export function parse(text: string): { readonly type: string };
  export default function edtf(text: string): unknown;
}
