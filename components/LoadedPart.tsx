import { Component, type ReactNode, Suspense } from 'react';
import { t } from './words.ts';

interface LoadedPartProps {
  children: ReactNode;
  /** what stands there until the part has come; nothing by default, because it comes within a moment */
  meanwhile?: ReactNode;
}

/** A part of the panel whose code is loaded when it is wanted. Should it fail, that is said, and the rest goes on. */
export class LoadedPart extends Component<LoadedPartProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (this.state.failed)
      return (
        <p className="panel-section" role="alert">
          {t('panel.partFailed')}
        </p>
      );
    return <Suspense fallback={this.props.meanwhile ?? null}>{this.props.children}</Suspense>;
  }
}
