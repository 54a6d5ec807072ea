import {
  CircleAlert,
  CircleArrowUp,
  CircleCheck,
  CircleDashed,
  CircleEllipsis,
  CircleQuestionMark,
  CircleSlash,
  type LucideIcon,
  Store,
  Unlink,
} from 'lucide-react';
import type { PushState } from '../../../contract/stock.ts';
import type { Look, Tone } from '../../components/looks.ts';
import { text } from '../../text.ts';

const shapes: Readonly<Record<PushState, readonly [LucideIcon, Tone]>> = {
  in_step: [CircleCheck, 'green'],
  to_push: [CircleArrowUp, 'blue'],
  sent: [CircleEllipsis, 'violet'],
  parked: [CircleAlert, 'red'],
  not_known: [CircleDashed, 'grey'],
  not_linked: [Unlink, 'amber'],
  ambiguous: [CircleQuestionMark, 'amber'],
  not_tracked: [CircleSlash, 'grey'],
  other_outlet: [Store, 'grey'],
};

/** How a product's figure stands with BigCommerce. */
export const pushLook = (state: PushState): Look => {
  const [icon, tone] = shapes[state];
  return { label: text.stock.pushState[state], icon, tone };
};
