import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { type AppError, type FieldProblem, invalidInput } from '../kernel/errors.ts';
import { fieldPath } from './fields.ts';

/** A client that got a thousand messages wrong the same way needs to see it a few times. */
const maxProblems = 20;

const typeNames: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What Fastify calls the parts of a request, and what an error calls the whole of one. */
const rootNames: Record<string, string> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'headers',
};

/** Messages for what a schema does not word itself; in words for the sender, who does not know zod. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is required';
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
    case 'too_big':
      return describeSize(issue);
    default:
      return undefined;
  }
}

function describeSize(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall>): string {
  const isBig = issue.code === 'too_big';
  const bound = Number(isBig ? issue.maximum : issue.minimum);
  const limit = `at ${isBig ? 'most' : 'least'} ${bound.toLocaleString('en-US')}`;
  if (issue.origin === 'string')
    return !isBig && bound === 1 ? 'must not be empty' : `must have ${limit} characters`;
  if (issue.origin === 'array')
    return !isBig && bound === 1 ? 'must not be empty' : `must hold ${limit} elements`;
  return `must be ${limit}`;
}

function toProblems(issue: z.core.$ZodIssue, root: string): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldPath([...issue.path, key], root),
      message: 'is not a known field',
    }));
  }
  return [{ field: fieldPath(issue.path, root), message: issue.message }];
}

/** The 400 for what a schema refused. */
function validationError(issues: readonly z.core.$ZodIssue[], root: string): AppError {
  const problems = issues.flatMap((issue) => toProblems(issue, root));
  const shown = problems.slice(0, maxProblems);
  if (problems.length > maxProblems) {
    shown.push({ field: root, message: `and ${problems.length - maxProblems} more problems` });
  }
  return invalidInput(shown);
}

/** Parses a part of a request; what comes out is what the handler gets. */
export const validatorCompiler: FastifySchemaCompiler<z.core.$ZodType> = ({ schema, httpPart }) => {
  const root = rootNames[httpPart ?? 'body'] ?? 'body';
  return (data) => {
    // Fastify hands over null where there is no body.
    const result = z.core.safeParse(schema, data === null ? undefined : data, { error: describe });
    return result.success ? { value: result.data } : { error: validationError(result.error.issues, root) };
  };
};
