import { STATUS_CODES } from 'node:http';
import type { OpenAPIV3_1 } from 'openapi-types';

type Document = Partial<OpenAPIV3_1.Document>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const descriptions: Record<string, string> = {
  400: 'The input is not valid.',
  401: 'There is no session, or it is over.',
  403: 'A request from another site.',
  404: 'There is no such thing, or it is not yours.',
  413: 'The body is too large.',
  415: 'The media type is not supported.',
  429: 'Too many requests.',
  503: 'The database is not available.',
  default: 'Any other problem.',
};

/**
 * Completes the generated document: the problems a route can answer with follow from what it is (has it a body, does it
 * need a user), so the routes need not repeat them; and schemas that nothing refers to are left out.
 */
export function tidyOpenApi(document: Document): Document {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item?.[method];
      if (operation) describeResponses(path, operation);
    }
  }
  return withoutUnusedSchemas(document);
}

function describeResponses(path: string, operation: OpenAPIV3_1.OperationObject): void {
  operation.responses ??= {};
  for (const [status, response] of Object.entries(operation.responses)) {
    if ('description' in response && response.description === 'Default Response') {
      response.description = STATUS_CODES[status] ?? status;
    }
  }
  for (const status of problemsOf(path, operation)) {
    operation.responses[status] ??= {
      description: descriptions[status]!,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
}

function problemsOf(path: string, operation: OpenAPIV3_1.OperationObject): string[] {
  const found: string[] = [];
  if (operation.requestBody) found.push('413', '415');
  if (operation.requestBody || operation.parameters?.length) found.push('400');
  if (operation.security?.length) found.push('401', '403');
  if (path.includes('{')) found.push('404');
  if (path.startsWith('/api/')) found.push('429', '503');
  return [...found, 'default'];
}

/** The generator writes each named schema in two forms, for input and for output, whether they are used or not. */
function withoutUnusedSchemas(document: Document): Document {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const open = [referencesIn(document.paths)];
  for (let names = open.pop(); names; names = open.pop()) {
    for (const name of names) {
      if (used.has(name)) continue;
      used.add(name);
      open.push(referencesIn(schemas[name]));
    }
  }
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...document.components, schemas: kept } };
}

function referencesIn(part: unknown): string[] {
  const text = JSON.stringify(part) ?? '';
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
}
