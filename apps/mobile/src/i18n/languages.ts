/** The languages that the app speaks. */
export const languages = ['ko', 'en', 'ja', 'zh'] as const;
export type Language = (typeof languages)[number];
