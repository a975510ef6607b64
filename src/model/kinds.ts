// Lists of which fields are one, for the schemas and for who offers them as choices without the schemas.

export const DEADLINE_KINDS = [
  'by',
  'within',
  'from',
  'recurring',
  'duration',
  'long-term',
  'immediate',
  'conditional',
] as const;

/** lead 牵头, support 配合, responsible 责任/负责. */
export const ROLES = ['lead', 'support', 'responsible'] as const;

/** How what is reached may differ from the value: 以内, 以上, 左右, 超过, 低于, or not at all. */
export const COMPARISONS = ['at-most', 'at-least', 'about', 'more-than', 'less-than', 'equal'] as const;
