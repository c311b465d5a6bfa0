import { sessionFetch } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';

/** Downloads a file of the API under the name that the server gives it. Throws an ApiProblem where it is refused. */
export async function saveFile(path: string, fallbackName: string): Promise<void> {
  const response = await sessionFetch(path);
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined));
  const name = nameOf(response.headers.get('content-disposition')) ?? fallbackName;
  keep(await response.blob(), name);
}

/** Of `attachment; filename="…"; filename*=UTF-8''…` (RFC 6266). */
function nameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1];
}

function keep(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
