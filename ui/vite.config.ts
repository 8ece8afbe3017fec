import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:8400';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: { proxy: { '/api': server, '/v1': server, '/console': server } },
  // seriesColors.test.ts reads the tokens
  test: { css: true },
  build: {
    // the first versions with light-dark(); tokens.css relies on it
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // a data: URL would be refused as a script, and as a font
    assetsInlineLimit: 0,
    // the polyfill is an inline script, which the content security policy refuses
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // what every view needs changes seldom: one file that the browser keeps when the console changes
            { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(query-core|react-query)|radix-ui|@radix-ui\/[^/]+|@floating-ui\/[^/]+|aria-hidden|react-remove-scroll)\// },
          ],
        },
      },
    },
    // budget.mjs reads which files the page needs at first
    manifest: 'assets/manifest.json',
  },
});
