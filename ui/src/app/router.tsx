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

              { path: '*', lazy: async () => ({ Component: (await import('../pages/NotFoundPage')).NotFoundPage }) },
            ],
          },
        ],
      },
    ],
  },
]);
