import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { compressed } from './vite-compressed.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:8000';
/** What the server answers itself; everything else is the app's. */
const served = ['/api', '/docs', '/health', '/openapi.json', '/problems'];

export default defineConfig(({ command }) => {
  // Also where the tests build it: React has another, larger form for every other value.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), compressed()],
    css: { postcss: { plugins: [postcssPresetMantine()] } },
    build: {
      target: 'es2023',
      // Inlined files would be data: URLs, which gain nothing over HTTP/1.1 with a warm cache.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 700,
    },
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: Object.fromEntries(served.map((path) => [path, { target: api, changeOrigin: false }])),
    },
  };
});
