import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { divisionUnits } from '@/domain/divisions'
import { existedIn, type Unit } from '@/domain/unit'

const units = divisionUnits()
const byCode = new Map(units.map((unit) => [unit.code, unit]))

function unitOf(code: string): Unit {
  const unit = byCode.get(code)
  if (!unit) throw new Error(`no unit ${code}`)
  return unit
}

test('the committed lists are what the build makes of its inputs', () => {
  expect(() =>
    execFileSync(process.execPath, ['tools/build-divisions.mjs', '--check'], { stdio: 'pipe' }),
  ).not.toThrow()
})

describe('divisions', () => {
  test('are 34 provinces, 333 cities and 2,849 counties of today, and those that ended', () => {
    const today = units.filter(({ until }) => until === undefined)
    const count = (kind: string) => today.filter((unit) => unit.kind === kind).length

    expect([count('province'), count('city'), count('county')]).toEqual([34, 333, 2849])
    expect(units.length - today.length).toBe(80)
  })

  test('have ids and codes of their own, and no code of another unit of today', () => {
    const codes = units.map(({ code }) => code)
    const former = units.flatMap(({ formerCodes }) => formerCodes)

    expect(new Set(codes).size).toBe(units.length)
    expect(new Set(former).size).toBe(former.length)
    expect(former.filter((code) => byCode.has(code))).toEqual([])
    expect(units.every(({ id, code }) => id === `cn:${code ?? ''}`)).toBe(true)
  })

  test('stand below a unit that is there, provinces below none', () => {
    const ids = new Set(units.map(({ id }) => id))
    for (const { kind, parent } of units) {
      expect(parent === null).toBe(kind === 'province')
      if (parent !== null) expect(ids.has(parent)).toBe(true)
    }
  })

  test.each([
    ['610921', 'county', 'cn:610900'],
    ['610900', 'city', 'cn:610000'],
    ['110101', 'county', 'cn:110000'],
    ['500229', 'county', 'cn:500000'],
    ['419001', 'county', 'cn:410000'],
    ['429004', 'county', 'cn:420000'],
    ['469001', 'county', 'cn:460000'],
    ['659001', 'county', 'cn:650000'],
    ['441900', 'city', 'cn:440000'],
    ['421302', 'county', 'cn:421300'],
  ])('%s is a %s below %s', (code, kind, parent) => {
    expect(unitOf(code)).toMatchObject({ kind, parent })
  })

  test.each([
    ['610981', '旬阳市', ['610928'], ['旬阳县']],
    ['340281', '无为市', ['340225', '341422'], ['无为县']],
    ['630203', '平安区', ['630221', '632121'], ['平安县']],
    ['610118', '鄠邑区', ['610125'], ['户县']],
    ['450381', '荔浦市', ['450331'], ['荔浦县', '荔蒲县']],
    ['130682', '定州市', ['139001'], []],
    ['360402', '濂溪区', [], ['庐山区']],
    ['540202', '桑珠孜区', ['542301'], ['日喀则市']],
    ['421303', '曾都区', [], []],
    ['130503', '信都区', [], []],
  ])('%s %s had the codes %j and the names %j', (code, name, formerCodes, formerNames) => {
    expect(unitOf(code)).toMatchObject({ name, formerCodes, formerNames })
  })

  test('exist in the years that the lists and the decisions do not deny', () => {
    expect(existedIn(unitOf('610981'), 2008)).toBe(true)
    expect(existedIn(unitOf('330113'), 2020)).toBe(false)
    expect(existedIn(unitOf('330113'), 2021)).toBe(true)
    expect(existedIn(unitOf('330103'), 2020)).toBe(true)
    expect(existedIn(unitOf('330103'), 2021)).toBe(false)
    expect(existedIn(unitOf('330383'), 2018)).toBe(false)
    expect(existedIn(unitOf('330383'), 2019)).toBe(true)
    expect(existedIn(unitOf('653229'), 2023)).toBe(false)
    expect(existedIn(unitOf('659005'), 2012)).toBe(true)
  })
})
