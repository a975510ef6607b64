import { schema } from '../model/index.js';
import { printData } from './output.js';

export function schemaCommand(): number {
  printData(schema);
  return 0;
}
