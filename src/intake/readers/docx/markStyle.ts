/**
 * The character style of the signs that our own Word files set beside figures: they are no part of the
 * figure, so the reader leaves them out.
 */
export const MARK_STYLE = { id: 'XianjianMark', name: '县鉴标记' } as const
