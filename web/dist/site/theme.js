// Runs before the first paint, as a classic script, so that no page flashes in the wrong theme or language.
(function () {
  'use strict';
  var root = document.documentElement;
  var query = new URLSearchParams(location.search);
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage may be closed to us; the system's setting then decides.
    }
  }
  var theme = query.get('theme') || stored('meridian.theme');
  if (theme !== 'light' && theme !== 'dark' && theme !== 'hc') {
    theme = matchMedia('(prefers-contrast: more)').matches
      ? 'hc'
      : matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light';
  }
  root.dataset.theme = theme;
  var lang = query.get('lang') || stored('meridian.lang');
  if (lang === 'en' || lang === 'zh-Hant' || lang === 'zh-Hans') root.lang = lang;
  // The texts of that language are asked for now, beside the page's code. The build names their scripts.
  var words = document.querySelector('meta[name="words:' + root.lang + '"]');
  if (!words) return;
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = words.content;
  document.head.append(link);
})();
