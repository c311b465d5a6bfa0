import resumeSchema from '@jsonresume/schema/schema.json' with { type: 'json' };
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { FieldProblem } from '../../kernel/errors.ts';

/** More would help nobody to mend the file, and a hostile one could have a million. */
const maxProblems = 50;

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (!compiled) {
    const ajv = new Ajv({ allErrors: true });
    formats.default(ajv);
    compiled = ajv.compile(resumeSchema);
  }
  return compiled;
}

/** `/work/0/startDate` as people write it: `work[0].startDate`; the whole document is `resume`. */
function fieldName(pointer: string): string {
  if (pointer === '') return 'resume';
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((token, i) => (/^\d+$/.test(token) ? `[${token}]` : i === 0 ? token : `.${token}`))
    .join('');
}

const formatNames: Record<string, string> = {
  uri: 'must be a full address such as https://example.org/page',
  email: 'must be an e-mail address',
};

function message(error: ErrorObject): string {
  if (error.keyword === 'format') return formatNames[error.params.format] ?? error.message!;
  if (error.keyword === 'pattern') return 'must be a date as YYYY, YYYY-MM or YYYY-MM-DD';
  return error.message ?? 'is not valid';
}

/**
 * What in a value is not as JSON Resume 1.0.0 has it (the schema of the package `@jsonresume/schema`), with the field as
 * people write it; empty for a valid CV, at most 50 otherwise.
 */
export function resumeSchemaErrors(value: unknown): FieldProblem[] {
  const validate = validator();
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .slice(0, maxProblems)
    .map((error) => ({ field: fieldName(error.instancePath), message: message(error) }));
}
