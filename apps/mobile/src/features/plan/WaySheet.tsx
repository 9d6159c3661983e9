import { Linking, Platform, StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Button, Sheet, space, Text } from '@/ui';
import { mapApps, mapLink, type MapLink, type Way } from './mapLinks';
import { useLast } from './useLast';

/** The way from one place to another, opened in the app of maps that one likes. */
export function WaySheet({ way, onClose }: { way: Way | null; onClose: () => void }) {
  const { t } = useTranslation();
  const shown = useLast(way);
  return (
    <Sheet title={t('plan.maps.title')} open={way !== null} onClose={onClose}>
      {shown && (
        <>
          <Text colour="quiet">
            {shown.from
              ? t('plan.maps.way', { from: shown.from.name, to: shown.to.name })
              : t('plan.maps.to', { to: shown.to.name })}
          </Text>
          <View style={styles.apps}>
            {mapApps.map((app) => (
              <Button
                key={app}
                full
                kind="soft"
                icon="pin"
                role="link"
                label={t(`plan.maps.${app}`)}
                onPress={() => void open(mapLink(app, shown))}
              />
            ))}
          </View>
          <Text as="tiny" colour="quiet">
            {t('plan.maps.korea')}
          </Text>
        </>
      )}
    </Sheet>
  );
}

/** The app where there is one, else its page. Browsers cannot tell whether an app is there, so they get the page. */
async function open({ app, web }: MapLink): Promise<void> {
  if (app && Platform.OS !== 'web') {
    try {
      await Linking.openURL(app);
      return;
    } catch {
      // Not installed.
    }
  }
  await Linking.openURL(web);
}

const styles = StyleSheet.create({ apps: { gap: space.s } });
