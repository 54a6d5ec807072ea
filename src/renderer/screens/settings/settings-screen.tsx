import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { TopBar } from '../../components/top-bar.tsx';
import { intoSight } from '../../state/focus-places.ts';
import { text } from '../../text.ts';
import { type SettingsSection, sections } from './sections.ts';
import styles from './settings-screen.module.css';

const words = text.settings;
type Group = SettingsSection['group'];
const groups = Object.keys(words.groups) as Group[];

function GroupLinks({ group, here }: { readonly group: Group; readonly here: SettingsSection | undefined }): ReactNode {
  const ofGroup = sections.filter((section) => section.group === group);
  if (ofGroup.length === 0) return null;
  return (
    <li className={styles.group}>
      <h2 className={styles.heading}>{words.groups[group]}</h2>
      <ul className={styles.links}>
        {ofGroup.map(({ id, label, icon: Icon }) => (
          <li key={id}>
            <Link
              ref={id === here?.id ? intoSight : undefined}
              href={`/settings/${id}`}
              className={styles.link}
              aria-current={id === here?.id ? 'page' : undefined}
            >
              <Icon size={18} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Settings: their sections beside the one that is open, which its address names. */
export function SettingsScreen({ section }: { readonly section: string | undefined }): ReactNode {
  const here = sections.find(({ id }) => id === section) ?? sections[0];
  if (here === undefined) return null;
  const { body: Body } = here;
  return (
    <>
      <TopBar title={words.title} />
      <main className={styles.main}>
        <nav className={styles.nav} aria-label={words.sections} data-scrolls>
          <ul>
            {groups.map((group) => (
              <GroupLinks key={group} group={group} here={here} />
            ))}
          </ul>
        </nav>
        {/* The key: another section begins at its top. */}
        <section key={here.id} className={styles.body} id="list" tabIndex={-1} aria-label={here.label} data-scrolls>
          <Body />
        </section>
      </main>
    </>
  );
}
