import type { Catalogue } from './en';
import type { Language } from './languages';
import type { Translated } from './texts';

/** The texts of a language; a page reads only the one that is spoken. */
export async function catalogueOf(language: Language): Promise<Translated<Catalogue>> {
  switch (language) {
    case 'en':
      return (await import('./en')).en;
    case 'ja':
      return (await import('./ja')).ja;
    case 'ko':
      return (await import('./ko')).ko;
    case 'zh':
      return (await import('./zh')).zh;
  }
}
