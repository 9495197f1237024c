import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { icons } from './src/shared/ui/icons.ts';
import { words } from './vite.words.ts';

const base = '/van-phong/';
const program = process.env['CHUNGSUC_URL'] ?? 'http://127.0.0.1:8080';

// The two faces of weight 400 are on every page: fetched with the HTML, not after the CSS.
function preloadFonts(wanted: RegExp): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, context) =>
        Object.keys(context.bundle ?? {})
          .filter((file) => wanted.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: base + file, crossorigin: '' },
            injectTo: 'head-prepend' as const,
          })),
    },
  };
}

// The portal's sample page takes its icons from the sprite that the build makes.
function iconSprite(): Plugin {
  const body = Object.entries(icons).map(([name, d]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${d}"/></symbol>`);
  return {
    name: 'icon-sprite',
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.endsWith('/icons.svg')) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(`<svg xmlns="http://www.w3.org/2000/svg">${body.join('')}</svg>`);
      });
    },
  };
}

export default defineConfig({
  base,
  plugins: [svelte(), words(), preloadFonts(/noto-sans-(vietnamese|latin)-400.*woff2$/), iconSprite()],
  resolve: { conditions: ['browser'] },
  build: {
    outDir: '../build/web/van-phong',
    emptyOutDir: true,
    target: ['chrome100', 'firefox100', 'safari15'],
    manifest: true,
    assetsInlineLimit: 0,
    // Only the table of routes fetches ahead what a screen needs: a dialog's few files may follow it when it is opened, and no screen
    // carries their names.
    modulePreload: { polyfill: false, resolveDependencies: (_, needed, { hostId }) => (/(^|\/)index[-.]/.test(hostId) ? needed : []) },
    // What many screens share travels as one file: dozens of tiny chunks cost more in requests and compress worse.
    // Every route carries the list of the files of all others: names of seven letters make it half as long.
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash:7].js', codeSplitting: { groups: [{ name: 'shared', test: /src\/shared\/|words:/, minShareCount: 30 }] } } },
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': { target: program }, '^/(don-vi|bo-tieu-chi|evidence)': { target: program } },
  },
});
