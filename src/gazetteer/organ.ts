/** One organ of the centre, or one organisation of the whole country. */
export interface Organ {
  readonly name: string;
  /** As lists print it; what is in general use first. */
  readonly short: readonly string[];
  /** ISO date from which the name has been in use; where it is missing, from before 2013. */
  readonly from?: string;
  /** ISO date of its last day. */
  readonly until?: string;
  /** Who took its duties over, or the greater part of them. */
  readonly successor?: string;
}

/** The days the National People's Congress decided the reforms (国务院机构改革和职能转变方案, 国务院机构改革方案). */
export const REFORM_2013 = '2013-03-14';
export const REFORM_2018 = '2018-03-17';
export const REFORM_2023 = '2023-03-10';
/** The days those of the party were published (深化党和国家机构改革方案, 党和国家机构改革方案). */
export const PARTY_2018 = '2018-03-21';
export const PARTY_2023 = '2023-03-16';

export const organ = (name: string, ...short: string[]): Organ => ({ name, short });

export const since = (from: string, { name, short, ...rest }: Organ): Organ => ({ name, short, from, ...rest });

export const gone = (until: string, successor: string, { name, short, ...rest }: Organ): Organ => ({
  name,
  short,
  ...rest,
  until,
  successor,
});
