/** Of charts whose widths are those of the year shown alone: nothing holds them from year to year. */
export const flowScale = '带宽按本年合计画，各年的宽窄不能互比'

export const changeScale = '条长按本次变化画，各年的长短不能互比'

/** Of a logarithmic axis, on which lengths and slopes say something else than on others; else empty. */
export function axisScale(scale: 'linear' | 'log', drawn: 'bars' | 'points'): string {
  if (scale === 'linear') return ''
  return drawn === 'bars' ? '对数轴，条的长短不与数成正比' : '对数轴，等距是等倍'
}
