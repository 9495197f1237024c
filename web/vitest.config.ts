import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { words } from './vite.words.ts';

export default defineConfig({
  base: '/van-phong/',
  plugins: [svelte(), words()],
  resolve: { conditions: ['browser'] },
  test: { environment: 'happy-dom', env: { BASE_URL: '/van-phong/' }, include: ['src/**/*.test.ts'], environmentOptions: { happyDOM: { url: 'http://localhost/van-phong/' } } },
});
