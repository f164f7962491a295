import type { RecognisingCode } from '@/domain/finding'
import { isDate } from '@/intake/recognisers/yearEnds'
import { fact, ifFact, quoted, type FindingText } from './findingWords'
import { columnLetters } from './placeText'

/** The columns of tables beside each other, as a spreadsheet names them. */
const spans: FindingText = (finding) =>
  fact(finding, 'columns')
    .split(' ')
    .map((span) => span.split('-').map(Number).map(columnLetters).join('–'))
    .join('、')

const dimensions: ReadonlyMap<string, string> = new Map([
  ['unit', '单位'],
  ['year', '年份'],
  ['indicator', '指标'],
  ['scope', '口径'],
  ['edition', '表样'],
])

const dimension: FindingText = (finding) => dimensions.get(fact(finding, 'dimension')) ?? '内容'

/** Why a row is no report. */
const skipReasons: ReadonlyMap<string, string> = new Map([
  ['total', '是合计行，没有当作县数据。'],
  ['note', '是注释或填报信息，没有当作县数据。'],
  ['header', '是重复的表头，已跳过。'],
  ['unnamed', '没有认得的行名，没有导入，请核对。'],
  ['no-keys', '没有单位、年份和数字，已跳过。'],
  ['ragged', '的格数与表头不同，可能错列，没有导入。请检查逗号和引号后重新导入。'],
])

/** What in a JSON report contradicts itself, and what was done. */
const jsonProblems: ReadonlyMap<string, string> = new Map([
  ['state-beside-number', '既有数值又写了缺失状态，采用数值，请核对。'],
  ['state-unknown', '的缺失状态不认识，按不可读处理。'],
  ['mark-unknown', '的标记不认识，没有采用。'],
  ['figure-twice', '与前面的指标是同一个，只采用前一个，请核对。'],
])

/** What became of the number of a row whose unit of measure cannot be its own. */
const rowUnitEffect: FindingText = (finding) =>
  finding.severity === 'error'
    ? '本行的数字按不可读处理，原文保留。请改正后重新导入。'
    : `数字按${fact(finding, 'unit')}读取，请核对。`

/** What a recogniser noticed, and what to do. */
export const recognisingFindings: Readonly<Record<RecognisingCode, FindingText>> = {
  'layout-unknown': () =>
    '看不出这张表的结构：没有找到单位、年份和指标的表头。请对照模板调整表头后再导入。',
  'no-data-rows': () => '只有表头，没有数据行。',
  'header-found-below': (finding) =>
    `表头不在第一行，上面的内容按标题处理${ifFact(finding, 'title', (title) => `：“${title}”`)}。`,
  'column-unit-missing': () =>
    '缺少单位列（如“单位名称”“单位代码”），不知道是哪个县，本表没有导入。请补上该列。',
  'column-year-missing': () => '缺少年份列（如“年份”），不知道是哪一年，本表没有导入。请补上该列。',
  'column-unknown': (finding) =>
    `列 ${quoted(finding)} 不是已知指标，没有导入。可以在审阅里指定，或作为自定义指标。`,
  'column-duplicate': (finding) =>
    `列 ${quoted(finding)} 与第 ${fact(finding, 'firstColumn')} 列是同一指标，只采用前一列，请核对。`,
  'column-ambiguous': (finding) =>
    `列 ${quoted(finding)} 可能是几个指标（${fact(finding, 'candidates')}），没有导入。请在审阅里指定是哪一个。`,
  'unit-unknown': (finding) =>
    `单位 ${quoted(finding)} 不在区划名单中，请在“待确认单位”中指定或新建。`,
  'unit-ambiguous': (finding) =>
    `单位 ${quoted(finding)} 有几个可能（${fact(finding, 'candidates')}），请在“待确认单位”中指定。`,
  'unit-code-name-conflict': (finding) =>
    `单位代码与名称不是同一个单位：${quoted(finding)}${ifFact(finding, 'byCode', (name) => `，代码是${name}`)}${ifFact(finding, 'byName', (name) => `，名称是${name}`)}。请指定。`,
  'unit-by-former-name': (finding) =>
    `${quoted(finding)} 是曾用名或旧代码，已归入${ifFact(finding, 'name', (name) => `“${name}”`) || '现在的单位'}。`,
  'year-invalid': (finding) =>
    `年份 ${quoted(finding)} 读不懂，本行没有导入。${yearAsDate(finding.raw ?? '')}请写成四位数字，如 2023。`,
  'year-from-date': (finding) =>
    `年份这一列写的是日期：${quoted(finding)} 是年末最后一天，按 ${fact(finding, 'year')} 年读取，整列都这样读。请核对它不是公开日期。`,
  'year-missing': () => '年份是空的，本行没有导入。',
  'scope-unknown': (finding) =>
    `口径 ${quoted(finding)} 读不懂，本行没有导入。请写“全县汇总”或“办公室”。`,
  'scope-from-name': (finding) =>
    `${quoted(finding)} 是政府办公室本级的名称，口径按“办公室”读取。若是全县汇总，请在口径列写明。`,
  'figure-in-auxiliary': (finding) =>
    `这一行的口径是“辅助数据”，不是年报，其中的指标 ${quoted(finding)} 没有导入。请把它写到年报的行里。`,
  'edition-unknown': (finding) =>
    `表样 ${quoted(finding)} 读不懂，按“未知”处理。可写 2019 或 2021。`,
  'report-duplicate': (finding) =>
    `同一单位同一年份已在${ifFact(finding, 'firstFile', (file) => `文件“${file}”中`)}${ifFact(finding, 'firstRow', (row) => `第 ${row} 行`)}出现，只采用先出现的，这一份没有导入。请核对哪一份正确。`,
  'row-skipped': (finding) =>
    `本行 ${quoted(finding)} ${skipReasons.get(fact(finding, 'reason')) ?? '不是县数据，没有导入。'}`,
  'indicator-unknown': (finding) =>
    `指标 ${quoted(finding)} 不认识${ifFact(finding, 'candidates', (names) => `，可能是 ${names}`)}，本行没有导入。`,
  'unit-missing': () => '单位是空的，本行没有导入。若是合并单元格，请先填满。',
  'years-as-columns': (finding) =>
    `年份写成了列（${fact(finding, 'years')}），本表没有导入。请改为每行一个单位一个年份。`,
  'header-joined': (finding) => `表头占 ${fact(finding, 'rows')} 行，已上下合并成列名。`,
  'column-unit-stated': (finding) =>
    `列 ${quoted(finding)} 的单位写的是${fact(finding, 'stated')}，已换算为${fact(finding, 'unit')}。`,
  'column-unit-answered': (finding) =>
    `列 ${quoted(finding)} 的数字按你的回答以“${fact(finding, 'stated')}”读取，已换算为${fact(finding, 'unit')}。`,
  'column-unit-conflict': (finding) =>
    `列 ${quoted(finding)} 的单位写的是${fact(finding, 'stated')}，与该指标的${fact(finding, 'unit')}不符，没有导入。`,
  'column-unit-two': (finding) =>
    `列 ${quoted(finding)} 写的单位是${fact(finding, 'stated')}，表上方写的是${fact(finding, 'other')}；按列上的${fact(finding, 'stated')}读取，请核对。`,
  'money-unit-two': (finding) =>
    `表上方写的金额单位是${fact(finding, 'stated')}，表下方的注写的是${fact(finding, 'other')}；按${fact(finding, 'stated')}读取，请核对。`,
  'row-unit-stated': (finding) =>
    `指标 ${quoted(finding)} 的计量单位一栏写的是${fact(finding, 'stated')}，已换算为${fact(finding, 'unit')}。`,
  'row-unit-two': (finding) =>
    `指标 ${quoted(finding)} 的计量单位一栏写的是${fact(finding, 'stated')}，列名、指标名或表上方写的是${fact(finding, 'other')}；按计量单位一栏读取，请核对。`,
  'row-unit-unknown': (finding) => `计量单位 ${quoted(finding)} 不认识，${rowUnitEffect(finding)}`,
  'row-unit-conflict': (finding) =>
    `计量单位 ${quoted(finding)} 与指标的${fact(finding, 'unit')}不符，${rowUnitEffect(finding)}`,
  'row-unit-missing': (finding) => `本行的计量单位是空的，按${fact(finding, 'unit')}读取，请核对。`,
  'total-mismatch': (finding) =>
    `合计 ${quoted(finding)} 不等于上面 ${fact(finding, 'reports')} 份年报之和 ${fact(finding, 'sum')}，请核对是哪一个不对。`,
  'columns-all-unknown': () =>
    '没有一列是已知指标，本表没有导入。请用指标编号或“行名·列名”作列名，或用 custom.名称 写自己的指标。',
  'column-inferred': (finding) =>
    `列 ${quoted(finding)} 只写了行名，按“${fact(finding, 'indicator')}”读取，请核对。`,
  'report-invalid': (finding) =>
    `${quoted(finding)} ${jsonProblems.get(fact(finding, 'problem')) ?? '与这份年报的其他内容矛盾，请核对。'}`,
  'figure-duplicate': (finding) =>
    `同一指标已在第 ${fact(finding, 'firstRow')} 行出现（${fact(finding, 'first')}），只采用前一个，请核对。`,
  'figure-of-other-form': (finding) =>
    fact(finding, 'by') === 'file'
      ? `${quoted(finding)} 按“${fact(finding, 'indicator')}”读取，可是这里写明是 ${fact(finding, 'edition')} 年表样，该表样没有这一项（这一列共 ${fact(finding, 'count')} 个，${fact(finding, 'years')} 年）。请核对列名和表样。`
      : `${quoted(finding)} 按“${fact(finding, 'indicator')}”读取，可是 ${fact(finding, 'edition')} 年表样没有这一项（这一列共 ${fact(finding, 'count')} 个，${fact(finding, 'years')} 年），也许是别的数字。请核对列名；确实用了另一种表样的，请加“表样”一列写明。`,
  'row-of-part': (finding) =>
    `本行还写着 ${quoted(finding)}，是一部分的数字，没有当作全县全年的数导入。请换成全县全年的一行，或删去这一列后重新导入。`,
  'years-twice': (finding) =>
    `表头按年份分列（${fact(finding, 'years')}），又有“${fact(finding, 'header')}”一列，分不清以哪个年份为准，按年份分的列没有读取。请删去“${fact(finding, 'header')}”一列，或改为每行一个年份，再导入；也可以在下面逐列指定。`,
  'columns-of-year': (finding) =>
    `表头按年份分列（${fact(finding, 'years')}），“${fact(finding, 'header')}”一列都是 ${fact(finding, 'year')}，所以只读了 ${fact(finding, 'year')} 年的列，其余的没有导入，请核对。`,
  'key-ditto': (finding) => `${quoted(finding)}按上一行读作“${fact(finding, 'taken')}”。`,
  'table-not-annual': (finding) =>
    `${fact(finding, 'by')}写着“${fact(finding, 'words')}”，表里可能不是全年的年报数，却会按年度年报读取。请核对，不是年报数就不要写入。`,
  'tables-beside': (finding) =>
    finding.detail?.['count'] === 1
      ? `表里的单位和年份列重复出现（${spans(finding)}），每行都相同，已合为一张表读取。`
      : `这里并排有 ${fact(finding, 'count')} 张表（${spans(finding)}），各按自己的单位和年份列读取。`,
  'tables-joined': () =>
    '几张表里有相同单位、相同年份的行，指标各不相同：已按单位和年份合成一份年报，每个数仍指向原来的行和列，请核对。',
  'table-crossed': (finding) => `这张表以${dimension(finding)}为列，已按交叉表读取。`,
  'columns-named': (finding) =>
    `各列的${dimension(finding)}按${ifFact(finding, 'row', (row) => `第 ${row} 行`) || '列名里写的'}读取：${fact(finding, 'taken')}。`,
  'column-left-out': (finding) =>
    fact(finding, 'reason') === 'total'
      ? `列 ${quoted(finding)} 是合计，没有当作${dimension(finding)}。`
      : fact(finding, 'reason') === 'remark'
        ? `列 ${quoted(finding)} 是备注，没有导入。`
        : `列 ${quoted(finding)} 看不出是哪个${dimension(finding)}的数字，没有导入，请核对列名。`,
  'table-key-inferred': (finding) =>
    `表内没有${dimension(finding)}，按${fact(finding, 'by')}取“${fact(finding, 'taken')}”，请核对。`,
  'table-key-conflict': (finding) =>
    `${dimension(finding)}有两种说法：${fact(finding, 'by')}是“${fact(finding, 'taken')}”，${fact(finding, 'otherBy')}是“${fact(finding, 'other')}”，按前者读取，请核对。`,
  'table-key-missing': (finding) =>
    ifFact(
      finding,
      'words',
      (words) =>
        `列名只写“${words}”，标题、工作表名和文件名里看不出是哪一年，本表没有导入。请指定年份，或在标题里写上。`,
    ) ||
    `看不出这张表的${dimension(finding)}：表头、标题、工作表名和文件名里都没有，本表没有导入。请补上后再导入。`,
}

const A_DATE = '这是一个日期，可能是公开日期，不能当作年度。'
/** Day 0 of the dates of spreadsheets. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** `1905-07-15`: a spreadsheet shows the number 2023 so once its cell has the format of dates. */
function yearAsDate(raw: string): string {
  const [, year, month, day] = /^(190[56])\D(\d{1,2})\D(\d{1,2})/u.exec(raw) ?? []
  if (year === undefined) return isDate(raw) ? A_DATE : ''
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / 86_400_000
  return `它像是数字 ${days} 被设成了日期格式：请把这一列的格式改为“常规”。`
}
