import { useLocalSearchParams } from 'expo-router';

import { intended } from '@/auth/intended';
import { SignInScreen } from '@/auth/SignInScreen';

export default function SignIn() {
  const { from } = useLocalSearchParams<{ from?: string }>();
  return <SignInScreen from={from ?? intended} />;
}
