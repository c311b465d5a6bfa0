import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';

const place = '<!--first-paint-->';
/** What the entry loads after the first paint: fetched from the start on. */
const soon = /\/src\/app\/start\.tsx$/;

/**
 * Puts the app's first page as markup into index.html, so that it is painted before any script of the app has run, and
 * has the script fetched meanwhile.
 */
export function firstPaint(): Plugin {
  let root = '';
  return {
    name: 'first-paint',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const markup = await rendered(root);
        if (markup.includes('<script'))
          throw new Error('first-paint: the policy of the page allows no script in it');
        return { html: html.replace(place, () => markup), tags: links(bundle ?? {}, html) };
      },
    },
  };
}

/** Links to the script that follows the first paint, and to the styles that come with it and are needed for it. */
function links(bundle: Rolldown.OutputBundle, html: string): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const start = chunks.find(({ moduleIds }) => moduleIds.some((id) => soon.test(id)));
  if (!start) throw new Error('first-paint: the chunk of src/app/start.tsx was not found');
  const needed = [start, ...chunks.filter(({ fileName }) => start.imports.includes(fileName))];
  const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [
    ...needed.map(({ fileName }) => ({ rel: 'modulepreload', href: `/${fileName}` })),
    ...styles.map((fileName) => ({ rel: 'stylesheet', href: `/${fileName}` })),
  ]
    .filter(({ href }) => !html.includes(`href="${href}"`))
    .map((attrs) => ({ tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' }));
}

/** Builds the app once more, for Node and with its first page alone, and runs it. */
async function rendered(root: string): Promise<string> {
  const result = await build({
    root,
    logLevel: 'warn',
    plugins: [firstPageAlone()],
    ssr: { noExternal: true },
    build: {
      ssr: 'src/first-paint.tsx',
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'first-paint.mjs' } },
    },
  });
  const [file] = (result as Rolldown.RolldownOutput).output;
  const folder = await mkdtemp(join(tmpdir(), 'first-paint-'));
  try {
    const path = join(folder, file.fileName);
    await writeFile(path, file.code);
    const { firstPaint: render } = (await import(pathToFileURL(path).href)) as {
      firstPaint(): Promise<string>;
    };
    return await render();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The other pages are not needed here, and are most of the app. */
function firstPageAlone(): Plugin {
  return {
    name: 'first-page-alone',
    enforce: 'pre',
    resolveId(id, importer) {
      const isOther = /\/features\/(?!coach\/)/.test(id) && importer?.endsWith('/app/router.tsx');
      return isOther ? { id, external: true } : undefined;
    },
  };
}
