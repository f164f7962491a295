/** A word and what it means here. */
export interface HelpEntry {
  readonly term: string
  readonly text: string
}

/** The words of the screen, each with one meaning. */
export const glossary: readonly HelpEntry[] = [
  {
    term: '单位',
    text: '编报的机关。全国的省、市、县按 GB/T 2260 代码认，曾用代码和曾用名都认得；开发区、部门、乡镇可以自建。',
  },
  {
    term: '口径',
    text: '一份政府年报覆盖的范围：全县汇总（默认）或办公室本级。两种口径从不混算。',
  },
  {
    term: '表样',
    text: '法定表格的版本，2019 年版或 2021 年版，按表头认，不按年份推断。认不出的写“表样不明”。',
  },
  {
    term: '指标',
    text: '年报表格里的一个数，如“本年新收政府信息公开申请数量·总计”。两种表样合计 254 个；你自己的列可作自定义指标。',
  },
  {
    term: '衍生指标',
    text: '由指标按公式算出的数，如公开率、纠错率、同比。少一个数就不算，并说明缺哪个。',
  },
  { term: '年报', text: '一个单位、一个年度、一种口径的全部指标值。' },
  {
    term: '名册',
    text: '你要看的单位：本市的县（市、区），加上你添加的。合计写成 n/N 时，N 是名册里当年存在的单位数，n 是有数的单位数。',
  },
  {
    term: '来源',
    text: '你给的文件原件，逐字节保存，可以随时下载；每个数都记着它在来源里的表、行、列和原文。',
  },
  { term: '草稿', text: '读出来、正在审阅、还没有写入的内容。重新打开页面后还在。' },
  {
    term: '问题',
    text: '读取时发现的事：错误（这里读不成数）、疑问（读成了，请看一眼）、说明（做过的换算等）。',
  },
  {
    term: '勾稽',
    text: '表内各数应有的等式。通过、不平，或因缺数不可判；没有等式管着的数是“无勾稽”，不当作通过。',
  },
  {
    term: '批次',
    text: '对数据做的一件事：一次导入，或一次手工更正。撤销以批次为单位，切换之前先列出会变的数；两个批次可以比较。',
  },
  {
    term: '更正',
    text: '点开一个数，在“这个数哪来的”里更正，写明理由，原件不动。同一文件再导入，更正仍有效；导入了别的值就成为冲突，在“更正”里决定用哪个。',
  },
]

/** Why a cell has no number. */
export const states: readonly HelpEntry[] = [
  { term: '空', text: '格子在，没有填。空不是 0，也不会当作 0 相加。' },
  { term: '不适用', text: '填的是“/”“—”或“无”。' },
  { term: '不可读', text: '填的不是一个数，如“12a”“1 2”。原文留着，点开可看。' },
  { term: '未列', text: '这种表样或这个文件没有这一格。' },
  { term: '未报', text: '没有这个单位这一年的年报。' },
  { term: '不可计算', text: '算这个衍生指标要用的数缺了，或两年不可比。' },
  { term: '分母为 0', text: '比率没有分母，不计。' },
  { term: '约', text: '原文写明是约数。' },
  { term: '更', text: '手工更正过，点开可看原值。' },
]

/** The four comparisons. */
export const comparisons: readonly HelpEntry[] = [
  {
    term: '主动公开',
    text: '规章、行政规范性文件的制发、废止、现行有效件数；年报文字里给出的网站、微信、微博发布数。',
  },
  {
    term: '办理结果',
    text: '依申请公开的结果构成：予以公开、部分公开、不予公开、无法提供、不予处理、其他处理，以及每一类里的各项；谁在申请。',
  },
  {
    term: '行政执法',
    text: '行政许可、行政处罚、行政强制的处理决定数量。数相差悬殊时用对数轴，0 也画得出。',
  },
  { term: '收费', text: '行政事业性收费金额（万元，按年报原样的小数），以及同比。' },
]

/** Kinds of files. */
export const formats: readonly HelpEntry[] = [
  {
    term: '宽表',
    text: '一行一份年报。前面是单位代码或单位名称、年份，可加口径、表样；后面一列一个指标，表头用指标代号或中文名称都行。',
  },
  { term: '长表', text: '一行一个数：单位、年份、指标、数值。' },
  { term: 'JSON', text: '本程序导出的 JSON，或同样结构的年报数组。' },
  {
    term: '表格文件',
    text: 'Excel、WPS 的 xlsx、xls、ods，读取所有工作表。扩展名写错也不要紧，按内容认。',
  },
  {
    term: '年报原件',
    text: 'Word（docx）、PDF（有文字的，不是扫描图）、保存的网页：从中读出表二、表三、表四。合并、缺失的格照实标出，不补不猜。',
  },
  {
    term: '编码',
    text: 'UTF-8（有无 BOM 都可）、GB18030 / GBK、UTF-16，自动识别，审阅时写明是哪一种。文件损坏的拒读，并指出第几行。',
  },
  { term: '一次多个', text: '可以拖入许多文件、整个文件夹或 zip，一次最多 1000 个文件。' },
]

/** Keys; a part of them works only where it says so. */
export const keys: readonly HelpEntry[] = [
  {
    term: 'Tab / Shift+Tab',
    text: '在按钮、链接、表格里的数之间移动；页首第一个 Tab 可以“跳到正文”。',
  },
  { term: 'Enter', text: '打开或执行；在表格里的数上按下，显示它的来源。' },
  { term: '↑ ↓ Enter', text: '在查找单位的列表里选择。' },
  { term: 'Esc', text: '关闭来源、对话框或列表；退出全屏。' },
  { term: 'F', text: '在四个比较里进入全屏，供会议室大屏使用。' },
  { term: 'PageUp PageDown ← →', text: '全屏时在四个比较之间翻页。' },
  { term: '空格 / T', text: '全屏时：空格看下一批单位，T 在图和表之间换。' },
]
