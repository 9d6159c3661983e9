import { onlineManager } from '@tanstack/react-query';
import { Component, type ReactNode, useEffect } from 'react';
import { Platform } from 'react-native';

import { NoAnswer } from '@/api/problem';
import { useTranslation } from '@/i18n';
import { useOnline } from '@/offline/online';
import { Failed } from './Notice';
import { Screen } from './Screen';

interface Props {
  children: ReactNode;
}

interface State {
  broken: { error: unknown } | null;
}

/**
 * Keeps what goes wrong within one screen, where the rest of the app goes on: a fault of ours, or, on the web, a part of the
 * page that could not be loaded, be it that there is no network or that a newer page has taken its place.
 */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { broken: null };

  static getDerivedStateFromError(error: unknown): State {
    return { broken: { error: onlineManager.isOnline() ? error : new NoAnswer(error) } };
  }

  /** A part that once failed to load stays so for as long as the page is open. */
  readonly again = () => {
    if (Platform.OS === 'web') window.location.reload();
    else this.setState({ broken: null });
  };

  override render() {
    const { broken } = this.state;
    return broken ? <Broken error={broken.error} onRetry={this.again} /> : this.props.children;
  }
}

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const online = useOnline();
  const isBack = online && error instanceof NoAnswer;
  useEffect(() => {
    if (isBack) onRetry();
  }, [isBack, onRetry]);
  return (
    <Screen title={t('common.nav.label')} up="/">
      <Failed error={error} onRetry={onRetry} />
    </Screen>
  );
}
