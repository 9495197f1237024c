// Development only, never built into the product: /van-phong/gallery.html of the Vite server shows every own component in
// every state. e2e/gallery.spec.ts measures it.
import '../shared/ui/base.css';
import 'words:core';
import { mount } from 'svelte';
import Gallery from './Gallery.svelte';

mount(Gallery, { target: document.getElementById('app')! });
