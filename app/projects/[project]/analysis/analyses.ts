/** The analyses that have a page, in the order of their tabs; each name is its folder and its key in the messages. */
export const analyses = ['co-occurrence', 'interviews', 'sequence', 'saturation'] as const
/** One of `analyses`. */
export type Analysis = (typeof analyses)[number]
