import { type ReactNode, useState } from 'react';
import { Guide } from '../guide/guide.tsx';

/** Settings › Guide: the same, beside the settings that it speaks of. */
export function GuideSection(): ReactNode {
  const [topic, setTopic] = useState<string>();
  return <Guide named={topic} onTopic={setTopic} />;
}
