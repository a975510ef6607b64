import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { runCli } from './cli.js';
import { ROOT } from './paths.js';

/** What the schema that `gongbao schema` prints finds wrong with an output, by a validator that is not ours; null: nothing. */
export function schemaErrors(): (output: unknown) => unknown[] | null {
  const { stdout } = runCli(['schema'], { cwd: ROOT });
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(stdout) as object);
  return (output) => (validate(output) ? null : (validate.errors ?? []));
}
