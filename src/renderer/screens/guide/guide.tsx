import { ExternalLink } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import buttons from '../../components/button.module.css';
import field from '../../components/field.module.css';
import { text } from '../../text.ts';
import styles from './guide.module.css';

const words = text.guide;

type Topic = keyof typeof words.topics;
const topics = Object.keys(words.topics) as Topic[];

const isTopic = (name: string | undefined): name is Topic => topics.some((topic) => topic === name);

/** Only these leave the app: by the system's own browser, which the host allows for these addresses alone. */
const online = [
  { href: 'https://x-series-support.lightspeedhq.com/hc/en-us', label: words.onlineFulfil },
  { href: 'https://support.bigcommerce.com/s/', label: words.onlineBigCommerce },
] as const;

/** Topics that have every word, wherever in them. */
const matching = (typed: string): Topic[] => {
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return topics.filter((topic) => {
    const { title, body } = words.topics[topic];
    const said = `${title} ${body}`.toLocaleLowerCase();
    return wanted.every((word) => said.includes(word));
  });
};

interface GuideProps {
  readonly named: string | undefined;
  readonly onTopic: (topic: string) => void;
}

/** The guide: its topics with a search, the one that is open, and where more help is online (R8). */
export function Guide({ named, onTopic }: GuideProps): ReactNode {
  const [typed, setTyped] = useState('');
  const found = matching(typed);
  const open = isTopic(named) && found.includes(named) ? named : found[0];
  return (
    <div className={styles.guide}>
      <nav className={styles.side} aria-label={words.topicsLabel}>
        <input
          className={field.field}
          type="search"
          placeholder={words.search}
          aria-label={words.search}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <ul className={styles.topics}>
          {found.map((topic) => (
            <li key={topic}>
              <button
                type="button"
                className={styles.topic}
                aria-current={topic === open}
                onClick={() => onTopic(topic)}
              >
                {words.topics[topic].title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <article className={styles.article}>
        {open === undefined ? (
          <p role="status">{words.nothing(typed)}</p>
        ) : (
          <>
            <h2 className={styles.heading}>{words.topics[open].title}</h2>
            {words.topics[open].body.split('\n\n').map((paragraph) => (
              <p key={paragraph} className={styles.paragraph}>
                {paragraph}
              </p>
            ))}
          </>
        )}
        <section className={styles.online} aria-label={words.online}>
          {online.map(({ href, label }) => (
            <a key={href} className={buttons.button} href={href} target="_blank" rel="noreferrer">
              {label}
              <ExternalLink size={16} aria-hidden />
            </a>
          ))}
          <p className={styles.soft}>{words.onlineWhat}</p>
        </section>
      </article>
    </div>
  );
}
