import { en } from '../src/i18n/en';
import { ja } from '../src/i18n/ja';
import { ko } from '../src/i18n/ko';
import { zh } from '../src/i18n/zh';

/** What the app says; by it the pages are found their way through. */
export const texts = { en, ko, ja, zh } as const;
export type Texts = (typeof texts)[keyof typeof texts];

/** A text with what it is about put in. */
export function said(text: string, about: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(about[name] ?? gap));
}

/** Any text that begins as this one does. */
export function beginning(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Any text that this one can become. */
export function anyOf(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}$`);
}
