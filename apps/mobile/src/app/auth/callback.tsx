import { type Href, useRouter } from 'expo-router';
import { useEffect, useRef } from 'react';
import { Platform } from 'react-native';

import { useSession } from '@/auth/SessionProvider';
import { Loading } from '@/ui';

/** Where the provider's page leads back to. */
export default function Callback() {
  const { comeBack } = useSession();
  const router = useRouter();
  const begun = useRef(false);
  useEffect(() => {
    // Once: the code is good for one use.
    if (begun.current) return;
    begun.current = true;
    const address = Platform.OS === 'web' ? window.location.href : 'oddiya://auth/callback';
    void comeBack(address).then((from) => router.replace(from as Href));
  }, [comeBack, router]);
  return <Loading />;
}
