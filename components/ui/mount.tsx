import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { Broken } from "./broken";
import { lazyLater } from "./lazy-later";
import { language } from "./locale";
import { preloadMenus } from "./menu";
import { TipBubble } from "./tip";

const Toasts = lazyLater(() => import("./toasts"));

/**
 * Puts a screen on the page with all a screen needs: queries that never retry or go stale by time, tips, toasts, a
 * last resort. `opening` is what its first picture waits for; that it fails is left to the screen.
 */
export function mount(
  screen: ReactNode,
  title: string,
  watch: (queries: QueryClient) => void,
  opening?: (queries: QueryClient) => Promise<void>,
): void {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
    },
  });
  watch(queries);
  document.documentElement.lang = language();
  document.title = title;

  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root.");
  const render = () => {
    createRoot(root).render(
      <StrictMode>
        <Broken>
          <QueryClientProvider client={queries}>
            {screen}
            <TipBubble />
            <Suspense>
              <Toasts />
            </Suspense>
          </QueryClientProvider>
        </Broken>
      </StrictMode>,
    );
    requestIdleCallback(preloadMenus);
  };
  if (opening) void opening(queries).then(render, render);
  else render();
}
