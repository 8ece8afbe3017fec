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
              { path: '/chat/:id?', lazy: async () => ({ Component: (await import('../pages/ChatPage')).ChatPage }) },
              { path: '/playground', lazy: async () => ({ Component: (await import('../pages/PlaygroundPage')).PlaygroundPage }) },
              { path: '/prompts', lazy: async () => ({ Component: (await import('../pages/PromptsPage')).PromptsPage }) },
              { path: '/prompts/:name', lazy: async () => ({ Component: (await import('../pages/PromptPage')).PromptPage }) },
              { path: '/datasets', lazy: async () => ({ Component: (await import('../pages/DatasetsPage')).DatasetsPage }) },
              { path: '/datasets/:id', lazy: async () => ({ Component: (await import('../pages/DatasetPage')).DatasetPage }) },
              { path: '/experiments', lazy: async () => ({ Component: (await import('../pages/ExperimentsPage')).ExperimentsPage }) },

              // route
              { path: '/models', lazy: async () => ({ Component: (await import('../pages/ModelsPage')).ModelsPage }) },
              { path: '/models/compare', lazy: async () => ({ Component: (await import('../pages/CompareModelsPage')).CompareModelsPage }) },
              { path: '/models/*', lazy: async () => ({ Component: (await import('../pages/ModelPage')).ModelPage }) },
              { path: '/rankings', lazy: async () => ({ Component: (await import('../pages/RankingsPage')).RankingsPage }) },
              { path: '/providers', lazy: async () => ({ Component: (await import('../pages/ProvidersPage')).ProvidersPage }) },
              { path: '/route', lazy: async () => ({ Component: (await import('../pages/RoutePage')).RoutePage }) },
              { path: '/generations/:id/route', lazy: async () => ({ Component: (await import('../pages/GenerationRoutePage')).GenerationRoutePage }) },

              // govern
              { path: '/activity', lazy: async () => ({ Component: (await import('../pages/ActivityPage')).ActivityPage }) },
              { path: '/keys', lazy: async () => ({ Component: (await import('../pages/KeysPage')).KeysPage }) },
              { path: '/keys/:hash', lazy: async () => ({ Component: (await import('../pages/KeyPage')).KeyPage }) },
              { path: '/credits', lazy: async () => ({ Component: (await import('../pages/CreditsPage')).CreditsPage }) },
              { path: '/budgets', lazy: async () => ({ Component: (await import('../pages/BudgetsPage')).BudgetsPage }) },
              { path: '/guardrails', lazy: async () => ({ Component: (await import('../pages/GuardrailsPage')).GuardrailsPage }) },
              { path: '/guardrails/:id', lazy: async () => ({ Component: (await import('../pages/GuardrailPage')).GuardrailPage }) },
              { path: '/workspaces', lazy: async () => ({ Component: (await import('../pages/WorkspacesPage')).WorkspacesPage }) },
              { path: '/workspaces/:slug', lazy: async () => ({ Component: (await import('../pages/WorkspacePage')).WorkspacePage }) },
              { path: '/organization', lazy: async () => ({ Component: (await import('../pages/OrganizationPage')).OrganizationPage }) },
              { path: '/provider-keys', lazy: async () => ({ Component: (await import('../pages/ByokPage')).ByokPage }) },
              { path: '/notifications', lazy: async () => ({ Component: (await import('../pages/NotificationsPage')).NotificationsPage }) },
              { path: '/audit', lazy: async () => ({ Component: (await import('../pages/AuditPage')).AuditPage }) },
              { path: '/settings', lazy: async () => ({ Component: (await import('../pages/SettingsPage')).SettingsPage }) },

              { path: '*', lazy: async () => ({ Component: (await import('../pages/NotFoundPage')).NotFoundPage }) },
            ],
          },
        ],
      },
    ],
  },
]);
