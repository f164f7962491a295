/** Of charts whose widths are those of the year shown alone: nothing holds them from year to year. */
export const flowScale = '带宽按本年合计画，各年的宽窄不能互比'

export const changeScale = '条长按本次变化画，各年的长短不能互比'
