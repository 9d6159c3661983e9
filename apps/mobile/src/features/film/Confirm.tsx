import { View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Button, FailedBanner, Sheet, space, Text } from '@/ui';

interface ConfirmProps {
  open: boolean;
  title: string;
  body: string;
  yes: string;
  onYes: () => void;
  onClose: () => void;
  busy?: boolean;
  error?: unknown;
}

/** Asks once more before something is gone for good. */
export function Confirm({ open, title, body, yes, onYes, onClose, busy = false, error }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <Text>{body}</Text>
      {error ? <FailedBanner error={error} /> : null}
      <View style={{ gap: space.s }}>
        <Button full kind="danger" label={yes} busy={busy} onPress={onYes} />
        <Button full kind="soft" label={t('film.sending.keep')} onPress={onClose} />
      </View>
    </Sheet>
  );
}
