import type { PeerAnswer } from '@/engine/groupProtocol'
import { itemLook } from '@/charts/facets'
import { numberText } from '@/wording/answers'
import type { CellText, RowText, TableText } from '@/wording/tableText'
import { unitAddress } from '@/wording/unitAddress'

const DECIMALS = 2

/** The peers with their distance and what it was computed from; the unit itself comes first. */
export function peerTable(answer: PeerAnswer, name: string): TableText {
  const { items, peers, own, year, compared } = answer
  const looks = items.map((item) => itemLook(item))
  const figures = (values: readonly number[]): CellText[] =>
    values.map((value, place) => {
      const look = looks[place]
      return cell(look === undefined || Number.isNaN(value) ? '无' : numberText(value, look))
    })
  const rows: RowText[] = [
    {
      key: 'own',
      header: name,
      aside: '本单位',
      isTotal: true,
      cells: [cell('0'), ...figures(own)],
    },
    ...peers.map(({ unit, distance, values }): RowText => ({
      key: unit.id,
      header: unit.name,
      aside: unit.code ?? '',
      isTotal: false,
      href: unitAddress(unit.id),
      cells: [cell(distance.toFixed(DECIMALS)), ...figures(values)],
    })),
  ]
  return {
    caption: `${year ?? ''} 年与${name}最相近的 ${peers.length} 个单位（在 ${compared} 个可比单位中）`,
    corner: '单位',
    groups: [],
    columns: [
      {
        label: '距离',
        title: '标准化距离：0 为所选指标都相同；各指标取对数后除以标准差，再取均方根',
      },
      ...looks.map(({ label }) => ({ label, title: label })),
    ],
    rows: rows.length,
    row: (index) => rows[index] ?? { key: '', header: '', aside: '', isTotal: false, cells: [] },
  }
}

function cell(text: string): CellText {
  return { text, note: '', missing: text === '无', sign: '', opens: false }
}
