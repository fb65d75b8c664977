import type { Plugin } from 'vite';

/**
 * Names the scripts that hold the texts of each language in index.html, so that public/theme.js can ask for the
 * reader's own while the page's code is still on its way.
 */
export function nameWords(): Plugin {
  return {
    name: 'meridian-words',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        return Object.values(bundle ?? {}).flatMap((file) => {
          const lang = file.type === 'chunk' ? /\/src\/i18n\/([\w-]+)\.ts$/.exec(file.facadeModuleId ?? '')?.[1] : undefined;
          return lang ? [{ tag: 'meta', attrs: { name: `words:${lang}`, content: `/${file.fileName}` }, injectTo: 'head-prepend' as const }] : [];
        });
      },
    },
  };
}
