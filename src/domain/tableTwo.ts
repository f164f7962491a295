import type { Edition, Indicator, IndicatorKind } from './indicator'

/** A row of table 二 as one edition prints it. */
export interface TableTwoRow {
  readonly id: string
  readonly label: string
  /** The 2019 edition's wording, where it differs. */
  readonly label2019?: string
  readonly short: string
}

/** A column of a block of table 二. */
export interface TableTwoColumn {
  readonly id: string
  readonly label: string
  readonly label2019?: string
  readonly short: string
  readonly editions: readonly Edition[]
  readonly unit: string
  readonly kind: IndicatorKind
  readonly note?: string
}

/** A block of table 二: the item of article 20 of 《政府信息公开条例》 that it reports on. */
export interface TableTwoBlock {
  readonly group: string
  readonly rows: readonly TableTwoRow[]
  readonly columns: readonly TableTwoColumn[]
}

const both = ['2019', '2021'] as const
const only2019 = ['2019'] as const
const only2021 = ['2021'] as const
const endsIn2020 = '只填报到 2020 年度'
const otherStock = '与 2019 表样的“对外公开总数量”不可比'

const documentColumns: readonly TableTwoColumn[] = [
  {
    id: 'issued',
    label: '本年制发件数',
    label2019: '本年新制作数量',
    short: '制发',
    editions: both,
    unit: '件',
    kind: 'count',
    note: '2019 表样为“本年新制作数量”，口径略有不同，比较时须注明',
  },
  {
    id: 'repealed',
    label: '本年废止件数',
    short: '废止',
    editions: only2021,
    unit: '件',
    kind: 'count',
  },
  {
    id: 'inForce',
    label: '现行有效件数',
    short: '现行有效',
    editions: only2021,
    unit: '件',
    kind: 'stock',
    note: otherStock,
  },
  {
    id: 'newlyPublished',
    label: '本年新公开数量',
    short: '新公开',
    editions: only2019,
    unit: '件',
    kind: 'count',
  },
  {
    id: 'publishedTotal',
    label: '对外公开总数量',
    short: '对外公开总数',
    editions: only2019,
    unit: '件',
    kind: 'stock',
  },
]

const itemColumns: readonly TableTwoColumn[] = [
  {
    id: 'itemsPreviousYear',
    label: '上一年项目数量',
    short: '上一年项目数',
    editions: only2019,
    unit: '项',
    kind: 'stock',
  },
  {
    id: 'itemsChange',
    label: '本年增/减',
    short: '项目增减',
    editions: only2019,
    unit: '项',
    kind: 'signed',
  },
]

/** Decisions taken and, in the 2019 edition, the list of items: the columns of items （五） and （六）. */
function decisionColumns(editions: readonly Edition[], note: string): readonly TableTwoColumn[] {
  const decisions: TableTwoColumn = {
    id: 'decisions',
    label: '本年处理决定数量',
    label2019: '处理决定数量',
    short: '处理决定',
    editions,
    unit: '件',
    kind: 'count',
    note,
  }
  return [decisions, ...itemColumns]
}

const enforcementColumns = decisionColumns(both, '2019 表样为“处理决定数量”，可比')

/** Table 二 主动公开政府信息情况, both editions, in printed order (国办公开办函〔2019〕60号, 〔2021〕30号). */
export const tableTwoBlocks: readonly TableTwoBlock[] = [
  {
    group: '第二十条第（一）项',
    rows: [
      { id: 'regulations', label: '规章', short: '规章' },
      {
        id: 'normativeDocuments',
        label: '行政规范性文件',
        label2019: '规范性文件',
        short: '规范性文件',
      },
    ],
    columns: documentColumns,
  },
  {
    group: '第二十条第（五）项',
    rows: [{ id: 'licensing', label: '行政许可', short: '行政许可' }],
    columns: enforcementColumns,
  },
  {
    group: '第二十条第（五）项',
    rows: [{ id: 'otherServices', label: '其他对外管理服务事项', short: '其他对外管理服务' }],
    columns: decisionColumns(only2019, endsIn2020),
  },
  {
    group: '第二十条第（六）项',
    rows: [
      { id: 'penalties', label: '行政处罚', short: '行政处罚' },
      { id: 'coercion', label: '行政强制', short: '行政强制' },
    ],
    columns: enforcementColumns,
  },
  {
    group: '第二十条第（八）项',
    rows: [{ id: 'fees', label: '行政事业性收费', short: '行政事业性收费' }],
    columns: [
      {
        id: 'amount',
        label: '本年收费金额（单位：万元）',
        short: '金额',
        editions: only2021,
        unit: '万元',
        kind: 'money',
        note: '最多六位小数，照原数保留，不四舍五入；与 2019 表样的收费项目数不可比',
      },
      ...itemColumns,
    ],
  },
  {
    group: '第二十条第（九）项',
    rows: [{ id: 'procurement', label: '政府集中采购', short: '政府集中采购' }],
    columns: [
      {
        id: 'items',
        label: '采购项目数量',
        short: '项目数',
        editions: only2019,
        unit: '项',
        kind: 'count',
        note: endsIn2020,
      },
      {
        id: 'amount',
        label: '采购总金额',
        label2019: '采购总金额（单位：万元）',
        short: '总金额',
        editions: only2019,
        unit: '万元',
        kind: 'money',
        note: '单位（元或万元）多写在格内',
      },
    ],
  },
]

/** The indicators of table 二, block by block, row by row. */
export function tableTwoIndicators(): Indicator[] {
  return tableTwoBlocks.flatMap(({ group, rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column) => ({
        id: `${row.id}.${column.id}`,
        editions: column.editions,
        table: '2' as const,
        group,
        rowLabel: row.label,
        columnLabel: column.label,
        unit: column.unit,
        kind: column.kind,
        note: column.note ?? '',
      })),
    ),
  )
}
