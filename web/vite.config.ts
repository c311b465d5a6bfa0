import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { compressed } from './vite-compressed.ts';
import { firstPaint } from './vite-first-paint.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:8000';
/** What the server answers itself; everything else is the app's. */
const served = ['/api', '/docs', '/health', '/openapi.json', '/problems'];

export default defineConfig(({ command, isSsrBuild }) => {
  // Also where the tests build it: React has another, larger form for every other value.
  if (command === 'build') process.env.NODE_ENV = 'production';
  // The first page's markup is made by a build of its own.
  const ofTheApp = isSsrBuild ? [] : [firstPaint(), compressed()];
  return {
    plugins: [react(), ...ofTheApp],
    css: { postcss: { plugins: [postcssPresetMantine()] } },
    build: {
      target: 'es2023',
      // Inlined files would be data: URLs, which gain nothing over HTTP/1.1 with a warm cache.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 900,
      rolldownOptions: isSsrBuild
        ? {}
        : {
            output: {
              codeSplitting: {
                groups: [
                  // What loads the rest must not wait for it.
                  { name: 'preload', test: /vite\/preload-helper/, priority: 1 },
                  // The shell and the coach with all they import: one file, where each of sixty would be a request.
                  { name: 'first', test: /\/src\/(?:app\/start|features\/coach\/page)\.tsx$/ },
                ],
              },
            },
          },
    },
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: Object.fromEntries(served.map((path) => [path, { target: api, changeOrigin: false }])),
    },
  };
});
