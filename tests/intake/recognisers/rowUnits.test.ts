import { describe, expect, test } from 'vitest'
import { draftsOf } from '../intake'
import { places, recogniseLines, value } from './recognise'

const head = '县区,年份,指标,计量单位,数值'

describe('a long table with a unit of measure in every row', () => {
  test('money is converted and said once a unit, counts are as they stand', () => {
    const { reports, findings } = recogniseLines([
      head,
      '汉阴县,2023,行政事业性收费·收费金额,元,10778925.34',
      '石泉县,2023,行政事业性收费·收费金额,元,20000',
      '洪泽区,2023,行政事业性收费·收费金额,亿元,0.5',
      '金湖县,2023,行政事业性收费·收费金额,（单位：万元）,12',
      '汉阴县,2023,行政强制·处理决定数量,件,2',
      '石泉县,2023,行政强制·处理决定数量,万,1.5',
    ])

    expect(reports.map(({ unit, cells }) => [unit.name, ...cells.values()])).toEqual([
      ['汉阴县', value(1077.892534), value(2)],
      ['石泉县', value(2), value(15000, true)],
      ['洪泽区', value(5000)],
      ['金湖县', value(12)],
    ])
    expect(places(findings)).toEqual([
      ['row-unit-stated', 2, 3],
      ['row-unit-stated', 4, 3],
      ['row-unit-stated', 7, 3],
    ])
  })

  test.each(['单位', ''])('its heading may be “%s”', (heading) => {
    const { reports } = recogniseLines([
      `县区,年份,指标,${heading},数值`,
      '汉阴县,2023,行政事业性收费·收费金额,元,20000',
      '汉阴县,2023,行政强制·处理决定数量,件,2',
    ])

    expect([...(reports[0]?.cells.values() ?? [])]).toEqual([value(2), value(2)])
  })

  test('what is no unit of the figure makes its number unreadable, with row and column', () => {
    const { reports, findings } = recogniseLines([
      head,
      '汉阴县,2023,行政事业性收费·收费金额,件,12',
      '石泉县,2023,行政事业性收费·收费金额,万块,12',
      '洪泽区,2023,行政强制·处理决定数量,万元,7',
      '金湖县,2023,行政强制·处理决定数量,宗次,7',
      '泗阳县,2023,行政强制·处理决定数量,万元,8',
    ])

    expect(reports.flatMap(({ cells }) => [...cells.values()])).toEqual([
      { kind: 'unreadable' },
      { kind: 'unreadable' },
      { kind: 'unreadable' },
      value(7),
      { kind: 'unreadable' },
    ])
    const ofUnits = findings.filter(({ code }) => code.startsWith('row-unit'))
    expect(ofUnits.map(({ severity, raw }) => [severity, raw])).toEqual([
      ['error', '件'],
      ['error', '万块'],
      ['error', '万元'],
      ['warning', '宗次'],
      ['error', '万元'],
    ])
    expect(places(ofUnits)).toEqual([
      ['row-unit-conflict', 2, 4],
      ['row-unit-unknown', 3, 4],
      ['row-unit-conflict', 4, 4],
      ['row-unit-unknown', 5, 4],
      ['row-unit-conflict', 6, 4],
    ])
  })

  test('money without its unit, and against the words of the figure, is said', () => {
    const { reports, findings } = recogniseLines([
      head,
      '汉阴县,2023,行政事业性收费·收费金额,,12',
      '石泉县,2023,行政事业性收费·收费金额,/,12',
      '洪泽区,2023,行政事业性收费·收费金额（单位：万元）,元,20000',
    ])

    expect(reports.flatMap(({ cells }) => [...cells.values()])).toEqual([
      value(12),
      value(12),
      value(2),
    ])
    expect(places(findings)).toEqual([
      ['row-unit-missing', 2, 4],
      ['row-unit-missing', 3, 4],
      ['row-unit-two', 4, 3],
      ['row-unit-stated', 4, 3],
    ])
  })

  test('own figures of another unit are other figures', () => {
    const { reports } = recogniseLines([
      head,
      '汉阴县,2023,custom.绿地,公顷,12',
      '石泉县,2023,custom.绿地,亩,180',
      '洪泽区,2023,custom.人口(万人),人,350000',
    ])

    expect(reports.map(({ cells }) => [...cells])).toEqual([
      [['custom.绿地(公顷)', value(12)]],
      [['custom.绿地(亩)', value(180)]],
      [['custom.人口(万人)', value(35)]],
    ])
  })
})

test('a wide table may say for every row in which unit its money is', () => {
  const { reports, findings } = recogniseLines([
    '县区,年份,计量单位,行政强制·处理决定数量,行政事业性收费·收费金额',
    '汉阴县,2023,件、元,2,20000',
    '石泉县,2023,件、万元,3,20',
    '洪泽区,2023,件,4,30',
  ])

  expect(reports.map(({ cells }) => [...cells.values()])).toEqual([
    [value(2), value(2)],
    [value(3), value(20)],
    [value(4), value(30)],
  ])
  expect(places(findings)).toEqual([['row-unit-stated', 2, 3]])
})

test('a crossed table has a unit of measure a row', async () => {
  const csv = ['指标,单位,汉阴县,石泉县', '行政强制·处理决定数量,件,2,3']
  const money = '行政事业性收费·收费金额,元,20000,10000'
  const [draft] = await draftsOf([new File([[...csv, money].join('\n')], '2023年.csv')], [])

  expect(draft?.columns.map(({ indicator, unit }) => [indicator, unit])).toEqual([
    ['coercion.decisions', undefined],
    ['fees.amount', '元'],
  ])
  expect(draft?.findings.map(({ code }) => code)).toContain('row-unit-stated')
})
