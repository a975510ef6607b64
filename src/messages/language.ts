export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** One wording in both languages. */
export type Wording = Readonly<Record<Language, string>>;

/** The language of the messages: Chinese where the environment asks for a zh locale, in UTF-8 or unsaid, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>, systemLocale = intlLocale()): Language {
  // Precedence of POSIX.1-2017, 8.2; an empty variable counts as unset.
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  // programs write UTF-8, which a terminal of another encoding shows as rubbish
  const isShown = /^[^.]*(?:\.utf-?8|$)/i.test(locale);
  return isShown && /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

function intlLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
