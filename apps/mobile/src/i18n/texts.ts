/** One part of the catalogue: texts by their names, in groups. */
export interface TextGroup {
  [name: string]: string | TextGroup;
}

/**
 * The same texts in another language. Only English has a singular that differs (`..._one`); the languages of this
 * app beside it have one form for any number (CLDR plural rules), so they leave it out.
 */
export type Translated<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translated<T[K]>;
};
