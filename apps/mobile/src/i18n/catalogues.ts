import { type Catalogue, en } from './en';
import { ja } from './ja';
import { ko } from './ko';
import type { Language } from './languages';
import type { Translated } from './texts';
import { zh } from './zh';

const catalogues = { en, ja, ko, zh };

/** The texts of a language; an app has all of them with it. */
export async function catalogueOf(language: Language): Promise<Translated<Catalogue>> {
  return catalogues[language];
}
