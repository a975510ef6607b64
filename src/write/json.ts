import { type Issue, issueSchema } from '../model/index.js';

/**
 * STEM.json: indented by two spaces, keys in the order of the schema, a newline at the end. The same issue gives the same
 * text whatever order its objects were built in. Throws a ZodError when the issue breaks the contract, so that a file
 * that breaks it is never written.
 */
export function toJson(issue: Issue): string {
  // zod builds each object anew, key by key in the order of its schema
  return `${JSON.stringify(issueSchema.parse(issue), null, 2)}\n`;
}
