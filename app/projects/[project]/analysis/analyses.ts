/** The analyses that have a page, in the order of their tabs; each name is its folder and its key in the messages. */
export const analyses = ['co-occurrence', 'interviews', 'sequence', 'timeline', 'saturation', 'words'] as const
/** One of `analyses`. */
export type Analysis = (typeof analyses)[number]
