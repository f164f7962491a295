/** A mark on a time axis, as it is told below the chart. */
interface TimeMark {
  readonly name: string
  /** In full, where the name on the chart is cut short. */
  readonly words?: string
}

/** What is drawn across the years, each once: `2021 新表样；2022 年 汉阴县：机构改革（备注）`; empty for none. */
export function timeMarksText(marks: readonly TimeMark[]): string {
  return [...new Set(marks.map(({ name, words }) => words ?? name))].join('；')
}

/** A caption with what is drawn across the years of its chart. */
export function captionWithMarks(caption: string, marks: readonly TimeMark[]): string {
  const text = timeMarksText(marks)
  return text === '' ? caption : `${caption} · 时间标记：${text}`
}
