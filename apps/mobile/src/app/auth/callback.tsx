import { type Href, Redirect } from 'expo-router';
import { useEffect, useRef, useState } from 'react';
import { Platform } from 'react-native';

import { useSession } from '@/auth/SessionProvider';
import { Loading } from '@/ui';

/** Where the provider's page leads back to: on to where the sign-in began, or to another try. */
export default function Callback() {
  const { comeBack, user } = useSession();
  const [from, setFrom] = useState<string | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    // Once: the code is good for one use.
    if (begun.current) return;
    begun.current = true;
    const address = Platform.OS === 'web' ? window.location.href : 'oddiya://auth/callback';
    void comeBack(address).then(setFrom);
  }, [comeBack]);
  if (from === null) return <Loading />;
  return <Redirect href={user === null ? { pathname: '/sign-in', params: { from } } : (from as Href)} />;
}
