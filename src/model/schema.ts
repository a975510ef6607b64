import { z } from 'zod';
import { issueSchema } from './issue.js';

/** JSON Schema (draft 2020-12) of STEM.json, as `gongbao schema` prints it. */
export const schema = {
  ...z.toJSONSchema(issueSchema, { target: 'draft-2020-12' }),
  title: 'gongbao issue',
  description: 'One issue of a Chinese government gazette as structured records',
};
