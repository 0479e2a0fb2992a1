import { Component, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { sentenceOf } from "./sentences";

/** The last resort of a screen. React asks for a class here. */
export class Broken extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <main>
        <EmptyState
          title={i18n.t("broken.title")}
          action={
            <Button variant="primary" onClick={() => location.reload()}>
              {i18n.t("broken.reload")}
            </Button>
          }
        >
          {sentenceOf(this.state.error)}
        </EmptyState>
      </main>
    );
  }
}
