import { useTranslation } from 'react-i18next';

import { en } from './en';

type Known = keyof typeof en.common.provider;

/** Who tells of a place or of the weather, by the name people know; those we have no name for are named as they come. */
export function useProviderName(): (provider: string) => string {
  const { t } = useTranslation();
  return (provider) =>
    Object.hasOwn(en.common.provider, provider) ? t(`common.provider.${provider as Known}`) : provider;
}
