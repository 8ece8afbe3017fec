import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { identityProviderQuery, sessionQuery, signIn } from '../api/session';
import { cx } from '../app/cx';
import { takeLinkToken } from '../app/linkToken';
import { safeNext } from '../app/next';
import { Button, buttonClass } from '../components/Button';
import { Logo } from '../components/Logo';
import { RevealButton } from '../components/RevealButton';
import { TextField } from '../components/TextField';

/** Signing in with a management key, by the one-time link that opened the page, or by an identity provider. */
export function LoginPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);
  const enter = useMutation({
    mutationKey: ['sign-in'],
    mutationFn: signIn,
    onSuccess: (session) => {
      // whoever was signed in before may have seen other things
      client.removeQueries();
      client.setQueryData(sessionQuery.queryKey, session);
      void navigate(safeNext(search.get('next')), { replace: true });
    },
    onError: () => input.current?.select(),
  });
  const { data: provider } = useQuery(identityProviderQuery);
  const { mutate } = enter;
  const byLink = enter.variables !== undefined && 'token' in enter.variables;

  useEffect(() => {
    const token = takeLinkToken();
    if (token) mutate({ token });
  }, [mutate]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // read from the field: a password manager may fill it without telling
    const key = input.current?.value.trim() ?? '';
    setMissing(key === '');
    if (key === '') input.current?.focus();
    else mutate({ key });
  };

  return (
    <main className="flex min-h-full flex-col items-center px-6 pt-[18vh] pb-12">
      <title>Sign in · Weir</title>
      <div className="w-full max-w-90">
        <Logo size={32} />
        <h1 className="mt-5 text-xl font-semibold">Sign in to Weir</h1>
        <p className="mt-1 text-muted">Every LLM call, routed, measured and traced.</p>
        <form onSubmit={submit} noValidate className="mt-7">
          {/* password managers file an entry under a name */}
          <input type="text" name="username" autoComplete="username" value="management key" readOnly hidden />
          <TextField
            ref={input}
            label="Management key"
            name="key"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            // the page has one purpose
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            mono
            size="lg"
            placeholder="sk-or-v1-…"
            error={missing ? 'Paste the management key.' : enter.isError ? enter.error.message : undefined}
            trailing={<RevealButton revealed={shown} onReveal={setShown} />}
          />
          <Button type="submit" variant="primary" size="lg" className="mt-4 w-full" loading={enter.isPending}>
            {enter.isPending && byLink ? 'Signing in by link' : 'Sign in'}
          </Button>
        </form>
        {provider && (
          // a page of the server and not of the console: it leads to the identity provider
          <a
            href={`${provider.path}?next=${encodeURIComponent(safeNext(search.get('next')))}`}
            className={cx(buttonClass('secondary', 'lg'), 'mt-3 w-full')}
          >
            Sign in with {provider.name}
          </a>
        )}
        <dl className="mt-8 flex flex-col gap-4 border-t border-line pt-5 text-muted">
          <div>
            <dt className="font-medium text-fg">Where is the key?</dt>
            <dd className="mt-0.5">
              The first start of <code>./weir serve</code> prints it once, on the line <code>management key:</code>
            </dd>
          </div>
          <div>
            <dt className="font-medium text-fg">No key at hand?</dt>
            <dd className="mt-0.5">
              Run <code>./weir login</code> on the server. It prints a link that signs in once.
            </dd>
          </div>
        </dl>
      </div>
    </main>
  );
}
