export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** One wording in both languages. */
export type Wording = Readonly<Record<Language, string>>;

/** The language of the messages: Chinese where the environment asks for any zh locale, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>, systemLocale = intlLocale()): Language {
  // Precedence of POSIX.1-2017, 8.2; an empty variable counts as unset.
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale;
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

function intlLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
