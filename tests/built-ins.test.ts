import { expect, test } from 'vitest';
import { onePage } from './support/hostile.js';

test('pdf.js leaves no slower built-ins behind', async () => {
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  const { convertIssue } = await import('../src/convert.js');
  await convertIssue(onePage());
  expect(Array.prototype.push).toBe(push);
  expect(JSON).toMatchObject({ parse, stringify });
});
