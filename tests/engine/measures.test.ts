import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { measureOffers } from '@/views/measures/measureOffers'
import { importInto, openEngine, openTab } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const rows = [
  'unit_code,unit_name,year,scope,edition,requests.new.total,custom.人口',
  ',甲县,2023,whole,2021,30,20000',
]
const perPeople = {
  id: null,
  name: ' 每万人申请 ',
  unit: '件/万人',
  formula: '[requests.new.total] ÷ [custom.人口] × 10000',
  minimumDenominator: null,
}

async function engineWithCounty() {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  const [parent] = await engine.searchUnits('石家庄市', 1)
  if (parent === undefined) throw new Error('no parent')
  const { id } = await engine.addUnit({ name: '甲县', kind: 'zone', parent: parent.id })
  await importInto(engine, [new File([rows.join('\n') + '\n'], '虚构.csv')])
  return { factory, engine, unit: id }
}

test('a measure is kept, changed and deleted; answers and traces follow', async () => {
  const { factory, engine, unit } = await engineWithCounty()
  const before = (await engine.status()).dataVersion
  const saved = await engine.saveMeasure(perPeople)
  const question = { items: [saved.id], units: null, years: null, scope: 'whole' } as const

  expect(saved).toMatchObject({ name: '每万人申请', unit: '件/万人' })
  expect((await engine.status()).dataVersion).not.toBe(before)
  expect([...(await engine.ask(question)).values]).toEqual([15])
  const trace = await engine.trace({ unit, year: 2023, scope: 'whole' }, saved.id)
  expect(trace).toMatchObject({
    value: { kind: 'value', value: 15 },
    cells: [{ indicator: 'requests.new.total' }, { indicator: 'custom.人口' }],
  })

  await engine.saveMeasure({ ...saved, formula: '[requests.new.total] × 2' })
  const later = openTab(factory).engine
  await later.open(null)
  expect([...(await later.ask(question)).values]).toEqual([60])
  await later.removeMeasure(saved.id)
  expect((await later.ask(question)).values[0]).toBeNaN()
  await expect(later.saveMeasure(saved)).rejects.toMatchObject({ code: 'not-found' })
})

test('a measure without a name or with a formula that cannot be read is refused', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await expect(engine.saveMeasure({ ...perPeople, name: ' ' })).rejects.toBeDefined()
  await expect(engine.saveMeasure({ ...perPeople, formula: '1 +' })).rejects.toBeDefined()
  expect((await engine.status()).settings.measures).toEqual([])
})

test('population in 万人 and in 人 give the same figure per 10,000 people', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const [parent] = await engine.searchUnits('石家庄市', 1)
  if (parent === undefined) throw new Error('no parent')
  await engine.addUnit({ name: '甲县', kind: 'zone', parent: parent.id })
  const table = [
    'unit_name,year,requests.new.total,custom.常住人口,custom.户籍人口（万人）',
    '甲县,2023,30,200000,20',
  ]
  await importInto(engine, [new File([table.join('\n') + '\n'], '人口.csv')])
  const { indicators } = await engine.coverage()
  const values: (number | undefined)[] = []
  for (const offer of measureOffers(indicators, [])) {
    if (!offer.name.startsWith('每万人新收申请')) continue
    const { id } = await engine.saveMeasure(offer)
    const question = { items: [id], units: null, years: null, scope: 'whole' } as const
    values.push((await engine.ask(question)).values[0])
  }
  expect(values).toEqual([1.5, 1.5])
})

test('measures travel in packages', async () => {
  const { engine } = await engineWithCounty()
  const saved = await engine.saveMeasure(perPeople)
  const file = await engine.exportPackage()
  const { engine: elsewhere } = await openEngine(new IDBFactory())
  await elsewhere.importPackage(file)

  expect((await elsewhere.status()).settings.measures).toEqual([saved])
  const question = { items: [saved.id], units: null, years: null, scope: 'whole' } as const
  expect([...(await elsewhere.ask(question)).values]).toEqual([15])
})
