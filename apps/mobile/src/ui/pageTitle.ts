/** Phones have no title outside the page. */
export function usePageTitle(_title: string): void {}
