import { mount } from 'svelte';
import '../fonts/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import App from './App.svelte';
import { spoken } from './i18n/spoken.svelte';
import { settings } from './lib/state/settings.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');
// The first paint is in the reader's language; where its texts do not come, App says so in English.
void spoken
  .learn(settings.wanted)
  .catch(() => undefined)
  .then(() => mount(App, { target }));
