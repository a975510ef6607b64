/** Simplified as in the mainland; traditional as in Hong Kong, as in Taiwan. */
export const OUTPUT_SCRIPTS = ['cn', 'hk', 'tw'] as const;
export type OutputScript = (typeof OUTPUT_SCRIPTS)[number];
