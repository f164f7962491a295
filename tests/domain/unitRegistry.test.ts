import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { divisionUnits } from '@/domain/divisions'
import type { Unit, UnitMatch } from '@/domain/unit'
import { scopeHint } from '@/domain/unitNames'
import { createUnitRegistry } from '@/domain/unitRegistry'

const shipped = createUnitRegistry([])

function own(id: string, name: string, parent: string | null, more: Partial<Unit> = {}): Unit {
  const given = { id, code: null, name, kind: 'zone' as const, parent }
  return { ...given, formerCodes: [], formerNames: [], ...more }
}

const registry = createUnitRegistry([
  own('zone', '高新区', 'cn:610900', { formerNames: ['高新技术产业开发区'] }),
  own('town', '城关镇', 'cn:610921', { kind: 'township' }),
  own('other-zone', '高新区', 'cn:610300'),
  own('city', '示例市', null, { kind: 'city', code: '990100' }),
  own('county', '甲县', 'city', { kind: 'county', code: '990101' }),
])

function resolve(name: string, code = '', within?: string): UnitMatch {
  return registry.resolve({ code, name }, within)
}

/** A match in short: `cn:610921 name`, `? cn:… cn:…`, `! cn:… / cn:…`. */
function told(match: UnitMatch): string {
  switch (match.kind) {
    case 'one':
      return `${match.unit.id} ${match.by}`
    case 'many':
      return `? ${match.candidates.map(({ id }) => id).join(' ')}`
    case 'conflict':
      return `! ${match.byCode.id} / ${match.byName.map(({ id }) => id).join(' ')}`
    case 'none':
      return 'none'
  }
}

describe('resolve', () => {
  test.each([
    ['汉阴县', 'cn:610921 name'],
    ['汉阴', 'cn:610921 shortName'],
    ['汉 阴 县', 'cn:610921 name'],
    ['△汉阴县', 'cn:610921 name'],
    ['汉阴县＊', 'cn:610921 name'],
    ['汉阴县人民政府', 'cn:610921 name'],
    ['汉阴县人民政府办公室', 'cn:610921 name'],
    ['汉阴县政府办', 'cn:610921 name'],
    ['汉阴县人民政府（本级）', 'cn:610921 name'],
    ['陕西省安康市汉阴县', 'cn:610921 name'],
    ['陕西省汉阴县人民政府', 'cn:610921 name'],
    ['安康汉阴', 'cn:610921 shortName'],
    ['旬阳县', 'cn:610981 formerName'],
    ['旬阳', 'cn:610981 shortName'],
    ['户县', 'cn:610118 formerName'],
    ['莱城', 'cn:370116 alias'],
    ['玉屏县', 'cn:520622 alias'],
    ['玉屏', 'cn:520622 shortName'],
    ['凉山州', 'cn:513400 alias'],
    ['广西', 'cn:450000 shortName'],
    ['内蒙古自治区人民政府办公厅', 'cn:150000 name'],
    ['北京市朝阳区', 'cn:110105 name'],
    ['河南省济源市', 'cn:419001 name'],
    ['铜仁市', 'cn:520600 name'],
    ['崇川区', 'cn:320613 name'],
    ['下城区', 'cn:330103 name'],
    ['甲县', 'county name'],
    ['示例市甲县', 'county name'],
    ['汉阴县城关镇', 'town name'],
    ['安康市高新区', 'zone name'],
    ['安康市高新技术产业开发区', 'zone formerName'],
    ['高新区', '? zone other-zone'],
    ['朝阳区', '? cn:110105 cn:220104'],
    ['桥东区', '? cn:130702 cn:130103'],
    ['汉阴县教育局', 'none'],
    ['陕西省安康市', 'cn:610900 name'],
    ['江苏省汉阴县', 'none'],
    ['县', 'none'],
    ['', 'none'],
    ['__proto__', 'none'],
  ])('%j alone is %s', (name, expected) => {
    expect(told(resolve(name))).toBe(expected)
  })

  test.each([
    ['610921', 'cn:610921 code'],
    [' 610921', 'cn:610921 code'],
    ['６１０９２１', 'cn:610921 code'],
    ['610921.0', 'cn:610921 code'],
    ["'610921000000", 'cn:610921 code'],
    ['610921100', 'none'],
    ['610928', 'cn:610981 formerCode'],
    ['341422', 'cn:340281 formerCode'],
    ['320602', 'cn:320602 code'],
    ['990101', 'county code'],
    ['990102', 'none'],
    ['61092', 'none'],
  ])('the code %j alone is %s', (code, expected) => {
    expect(told(resolve('', code))).toBe(expected)
  })

  test.each([
    ['610921', '汉阴', 'cn:610921 code'],
    ['610981', '旬阳县', 'cn:610981 formerName'],
    ['610928', '旬阳市', 'cn:610981 formerCode'],
    ['320602', '崇川区', 'cn:320602 code'],
    ['542301', '日喀则市', 'cn:540202 formerCode'],
    ['540200', '日喀则市', 'cn:540200 code'],
    ['110105', '朝阳区', 'cn:110105 code'],
    ['610922', '汉阴县', '! cn:610922 / cn:610921'],
    ['610921', '汉阴县教育局', '! cn:610921 / '],
    ['130502', '桥东区', '! cn:130502 / cn:130702 cn:130103'],
    ['130503', '桥西区', '! cn:130503 / cn:130104 cn:130703'],
    ['610999', '汉阴县', 'cn:610921 name'],
    ['320999', '汉阴县', '? cn:610921'],
    ['乱码', '汉阴县', 'cn:610921 name'],
  ])('the code %s with %s is %s', (code, name, expected) => {
    expect(told(resolve(name, code))).toBe(expected)
  })

  test.each([
    ['鼓楼区', 'cn:320100', 'cn:320106 name'],
    ['鼓楼区', 'cn:320000', '? cn:320106 cn:320302'],
    ['高新区', 'cn:610900', 'zone name'],
    ['汉阴县', 'cn:320100', 'cn:610921 name'],
    ['朝阳区', 'cn:320100', '? cn:110105 cn:220104'],
  ])('%s within %s is %s', (name, within, expected) => {
    expect(told(resolve(name, '', within))).toBe(expected)
  })

  test('made-up codes lead nowhere without the own unit that has them', () => {
    expect(told(shipped.resolve({ code: '990101', name: '甲县' }))).toBe('none')
  })

  test('every division of today is found by its code, and by its names from the province down', () => {
    for (const unit of divisionUnits().filter(({ until }) => until === undefined)) {
      const full = { code: '', name: shipped.fullName(unit.id) }
      const both = { code: unit.code ?? '', name: unit.name }
      expect(shipped.resolve(both)).toEqual({ kind: 'one', unit, by: 'code' })
      expect(shipped.resolve(full)).toEqual({ kind: 'one', unit, by: 'name' })
    }
  })

  test('whatever is written, it answers, and only with units it knows', () => {
    const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(anyText, anyText, (code, name) => {
        const match = registry.resolve({ code, name })
        const units =
          match.kind === 'one' ? [match.unit] : match.kind === 'many' ? match.candidates : []
        for (const { id } of units) expect(registry.byId(id)).toBeDefined()
      }),
    )
  })
})

describe('the tree', () => {
  test('has the counties of a city in the order of their codes, then the own units', () => {
    expect(registry.childrenOf('cn:610900').map(({ name }) => name)).toEqual([
      '汉滨区',
      '汉阴县',
      '石泉县',
      '宁陕县',
      '紫阳县',
      '岚皋县',
      '平利县',
      '镇坪县',
      '白河县',
      '旬阳市',
      '高新区',
    ])
    expect(registry.childrenOf('city').map(({ id }) => id)).toEqual(['county'])
    expect(registry.childrenOf('cn:330100').map(({ name }) => name)).not.toContain('下城区')
    expect(registry.childrenOf('cn:410000').map(({ name }) => name)).toContain('济源市')
    expect(registry.childrenOf('nowhere')).toEqual([])
  })

  test('has those that were merged, where what once was is asked for', () => {
    expect(registry.everBelow('cn:330100').map(({ name }) => name)).toContain('下城区')
    expect(registry.everBelow('cn:610900')).toEqual(registry.childrenOf('cn:610900'))
    expect(registry.everBelow('nowhere')).toEqual([])
  })

  test('gives full names', () => {
    expect(registry.fullName('cn:610921')).toBe('陕西省安康市汉阴县')
    expect(registry.fullName('cn:110105')).toBe('北京市朝阳区')
    expect(registry.fullName('town')).toBe('陕西省安康市汉阴县城关镇')
    expect(registry.fullName('county')).toBe('示例市甲县')
    expect(registry.fullName('nowhere')).toBe('nowhere')
  })
})

describe('search', () => {
  function names(text: string, limit = 3): string[] {
    return registry.search(text, limit).map(({ id }) => registry.fullName(id))
  }

  test('puts the exact name first, then beginnings, then what contains the text', () => {
    expect(names('汉阴')).toEqual(['陕西省安康市汉阴县'])
    expect(names('朝阳', 1)).toEqual(['辽宁省朝阳市'])
    expect(names('安康')).toEqual(['陕西省安康市'])
    expect(names('高新')).toEqual(['陕西省安康市高新区', '陕西省宝鸡市高新区'])
  })

  test('finds by former name, by code and below a city', () => {
    expect(names('旬阳县')).toEqual(['陕西省安康市旬阳市'])
    expect(names('610928')).toEqual(['陕西省安康市旬阳市'])
    expect(names('6109', 2)).toEqual(['陕西省安康市', '陕西省安康市汉滨区'])
    expect(names('安康 石')).toEqual(['陕西省安康市石泉县'])
  })

  test('puts units that ended last, and finds nothing for nothing', () => {
    expect(names('崇川区')).toHaveLength(2)
    expect(registry.search('崇川区', 2).map(({ id }) => id)).toEqual(['cn:320613', 'cn:320602'])
    expect(names('  ')).toEqual([])
    expect(names('没有这个县')).toEqual([])
  })
})

test.each([
  ['汉阴县人民政府办公室', 'office'],
  ['汉阴县政府办', 'office'],
  ['上海市人民政府办公厅', 'office'],
  ['汉阴县府办', 'office'],
  ['汉阴县人民政府', null],
  ['汉阴县', null],
  ['汉阴县信访办公室', null],
])('the name %s hints at the scope %s', (name, scope) => {
  expect(scopeHint(name)).toBe(scope)
})
