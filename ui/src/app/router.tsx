import { createBrowserRouter } from 'react-router';
import { ErrorPage } from '../pages/ErrorPage';
import { Shell } from './Shell';

const Blank = () => null;

/** Every page is a link and a file of its own, loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: ErrorPage,
    HydrateFallback: Blank,
    children: [
      { path: '/login', lazy: async () => ({ Component: (await import('../pages/LoginPage')).LoginPage }) },
      {
        Component: Shell,
        children: [
          {
            // inside the shell, so that one can go on from a page that broke
            ErrorBoundary: ErrorPage,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('../pages/HomePage')).HomePage }) },
              // observe
              { path: '/traces', lazy: async () => ({ Component: (await import('../pages/TracesPage')).TracesPage }) },
              { path: '/spans', lazy: async () => ({ Component: (await import('../pages/SpansPage')).SpansPage }) },
              { path: '/sessions', lazy: async () => ({ Component: (await import('../pages/SessionsPage')).SessionsPage }) },
              { path: '/sessions/:sessionId', lazy: async () => ({ Component: (await import('../pages/SessionPage')).SessionPage }) },
              { path: '/users', lazy: async () => ({ Component: (await import('../pages/UsersPage')).UsersPage }) },
              { path: '/projects', lazy: async () => ({ Component: (await import('../pages/ProjectsPage')).ProjectsPage }) },
              // the server's own /metrics are for Prometheus
              { path: '/observe/metrics', lazy: async () => ({ Component: (await import('../pages/MetricsPage')).MetricsPage }) },
              { path: '/traces/:traceId', lazy: async () => ({ Component: (await import('../pages/TracePage')).TracePage }) },

              // run
              { path: '/start', lazy: async () => ({ Component: (await import('../pages/StartPage')).StartPage }) },

              // route

              // govern

              { path: '*', lazy: async () => ({ Component: (await import('../pages/NotFoundPage')).NotFoundPage }) },
            ],
          },
        ],
      },
    ],
  },
]);
