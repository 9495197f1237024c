import '../shared/ui/base.css';
import 'words:core';
import { mount } from 'svelte';
import { loadLanguage } from '../shared/lib/i18n';
import App from './App.svelte';

void loadLanguage().then(() => mount(App, { target: document.getElementById('app')! }));
