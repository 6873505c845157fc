/** One order through the rules to its view. It brings the rules with it, so the panel loads it beside its first paint. */
import { useMemo } from 'react';
import { inputInWords } from '../../components/advice/action-words.ts';
import { OrderView, type OrderViewProps } from '../../components/panel/OrderView.tsx';
import { t } from '../../components/words.ts';
import { evaluate } from '../../rules/index.ts';
import type { SiteSettings } from '../../settings/settings-in-use.ts';
import { clinicalContextFrom } from './clinical-context.ts';

interface OrderAdviceProps extends Omit<OrderViewProps, 'refused' | 'evaluation' | 'context' | 'featuresOff'> {
  settings: SiteSettings;
}

export function OrderAdvice({ settings, ...view }: OrderAdviceProps) {
  const { page, order, answers, role } = view;
  const { labelRegion, protocol, featuresOff } = settings;
  const { context, evaluation, refused } = useMemo(() => {
    const made = clinicalContextFrom(page, order, answers, { role, labelRegion });
    return {
      context: made.context,
      evaluation: evaluate(made.context, protocol),
      refused: made.refused.map(({ input, reason }) => ({
        text: inputInWords(input),
        reason: t('reading.notUsed', { reason }),
      })),
    };
  }, [page, order, answers, role, labelRegion, protocol]);
  return <OrderView {...view} featuresOff={featuresOff} context={context} evaluation={evaluation} refused={refused} />;
}
