import { Logo } from '../components/Logo';

/** Signing in with the management key or a one-time link. */
export function LoginPage() {
  return <Logo />;
}
