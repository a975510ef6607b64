import { useEffect, useState } from 'preact/hooks';
import { mayClose } from './edit/open-editor.js';
import { IssuePage } from './issue/issue-page.js';
import { ListPage } from './list-page.js';
import { useChoice } from './shared/settings.js';
import { type Language, LanguageContext, type Words, wordsIn } from './shared/words.js';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The issue list, or the issue that the part behind # names. */
export function App() {
  const [language, setLanguage] = useChoice<Language>('language', 'zh');
  const [theme, setTheme] = useChoice<Theme>('theme', 'auto');
  const words = wordsIn(language);
  const issue = useIssueInAddress(words);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.theme = theme;
    document.title = issue ? `${issue} – ${words('title')}` : words('title');
  }, [language, theme, issue, words]);

  const settings = (
    <div class="settings">
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {words('language')}
      </button>
      <label>
        <span class="hidden">{words('theme')}</span>
        <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {words(`theme-${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
  return (
    <LanguageContext.Provider value={language}>
      {issue ? <IssuePage key={issue} name={issue} settings={settings} /> : <ListPage settings={settings} />}
    </LanguageContext.Provider>
  );
}

export const issueHref = (name: string): string => `#${encodeURIComponent(name)}`;

function useIssueInAddress(words: Words): string {
  const read = () => (location.hash === '#/' ? '' : decodeURIComponent(location.hash.slice(1)));
  const [issue, setIssue] = useState(read);
  useEffect(() => {
    const follow = () => {
      if (read() === issue) return;
      if (mayClose(words)) setIssue(read());
      else history.replaceState(null, '', issueHref(issue));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [issue, words]);
  return issue;
}
