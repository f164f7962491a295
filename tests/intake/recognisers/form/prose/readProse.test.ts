import { describe, expect, test } from 'vitest'
import { readProse, type ProseReading } from '@/intake/recognisers/form/prose/readProse'

function read(...lines: string[]): ProseReading {
  const prose = ['一、总体情况', ...lines].map((text, at) => ({ text, line: at + 1 }))
  return readProse(prose, 2023)
}

function figures({ figures: all }: ProseReading): Record<string, number | string> {
  return Object.fromEntries(
    all.map(({ indicator, cell }) => [
      indicator.replace('prose.', ''),
      cell.kind === 'value' ? cell.value : cell.kind,
    ]),
  )
}

describe('figures told in running text', () => {
  test('are known by the words before them, units and all', () => {
    const reading = read(
      '（一）主动公开。全年在县政府网站发布信息 4120 条，推送微信 210 期 950 条、微博 88 条。',
      '制作解读产品 12 个，公开人大代表建议 31 件、政协委员提案 29 件。',
    )

    expect(figures(reading)).toEqual({
      'published.website': 4120,
      'published.wechatIssues': 210,
      'published.wechat': 950,
      'published.weibo': 88,
      'interpretation.originals': 12,
      'proposals.npc': 31,
      'proposals.cppcc': 29,
    })
    expect(reading.offers).toEqual([])
  })

  test('that count several things together belong to none of them', () => {
    const reading = read('通过微博、微信发布信息 300 条，公开人大代表建议和政协提案 60 件。')

    expect(figures(reading)).toEqual({})
    expect(reading.offers.map(({ name, value }) => [name, value])).toEqual([
      ['微信发布信息', 300],
      ['公开人大代表建议和政协提案', 60],
    ])
  })

  test('of another year are not those of the report', () => {
    expect(figures(read('上年收到政府信息公开申请 25 件。'))).toEqual({})
    expect(figures(read('2022年收到政府信息公开申请 25 件。'))).toEqual({})
    expect(figures(read('2023年收到政府信息公开申请 25 件。'))).toEqual({ 'requests.received': 25 })
  })

  test('keep 约, 余 and 万 as a mark, and their sentence and place', () => {
    const [figure] = read('概况。', '在政府网站公开信息1.2万余条。').figures

    expect(figure).toEqual({
      indicator: 'prose.published.website',
      cell: { kind: 'value', value: 12_000, approximate: true },
      sentence: '在政府网站公开信息1.2万余条。',
      place: { line: 3, column: 10 },
    })
  })

  test('of a change have its sign, and mean the requests told right before', () => {
    expect(figures(read('全年收到申请 40 件，同比下降12.5%。'))).toEqual({
      'requests.received': 40,
      'requests.yearOnYear': -12.5,
    })
    expect(figures(read('全年收到申请 40 件，较上年增长 60％，其中信函 4 件。'))).toEqual({
      'requests.received': 40,
      'requests.yearOnYear': 60,
      'requests.letter': 4,
    })
    expect(figures(read('网站访问量同比增长30%。'))).toEqual({})
  })

  test('go on over the end of a line that ends no sentence', () => {
    expect(figures(read('组织公开业务', '培训 6 次。'))).toEqual({ 'supervision.training': 6 })
  })

  test('of requests are told from what was published at the same place', () => {
    const text =
      '收到政府信息公开申请 30 件，其中网站 21 件、微信公众号 2 件，第3季度居多，平均 12 个工作日答复。'

    expect(figures(read(text))).toEqual({ 'requests.received': 30, 'requests.online': 21 })
    expect(read(text).offers.map(({ phrase }) => phrase)).toEqual(['2 件'])
  })

  test('of requests are 0 where none came in', () => {
    expect(figures(read('本年度未收到政府信息公开申请。'))).toEqual({ 'requests.received': 0 })
  })

  test('told twice and unlike are told, and the first stands', () => {
    const { conflicts, figures: all } = read('收到申请 40 件。', '受理政府信息公开申请 41 件。')

    expect(all.map(({ cell }) => cell)).toEqual([{ kind: 'value', value: 40, approximate: false }])
    expect(conflicts.map(({ other, place }) => [other, place.line])).toEqual([[41, 3]])
  })

  test('in Chinese numerals count only where cases are counted', () => {
    expect(figures(read('全年收到申请三十二件。'))).toEqual({ 'requests.received': 32 })
    expect(read('开展“三个年”活动，一件事一次办。').offers).toEqual([])
  })

  test.each([
    ['全年收到申请一百二十三件。', { 'requests.received': 123 }],
    ['本年收到政府信息公开申请零件。', { 'requests.received': 0 }],
    ['收到申请壹拾贰件。', { 'requests.received': 12 }],
    ['网站公开信息1万2千条。', { 'published.website': 12_000 }],
    ['组织培训二十三次。', { 'supervision.training': 23 }],
  ])('in Chinese numerals are read: %s', (text, read_) => {
    expect(figures(read(text))).toEqual(read_)
  })

  test('in Chinese numerals are about so many where they say so', () => {
    const {
      figures: [figure],
    } = read('网站公开信息一万二千余条。')
    expect(figure?.cell).toEqual({ kind: 'value', value: 12_000, approximate: true })
    const {
      figures: [fee],
    } = read('六、其他需要报告的事项', '收取信息处理费约三万五千元。')
    expect(fee?.cell).toEqual({ kind: 'value', value: 35_000, approximate: true })
  })

  test.each([
    '依据《条例》第三十五条、三十六条答复，每季度开展十次检查。',
    '落实“十四五”规划，公开三公经费，两会期间一件一码，第三次通报。',
    '收到数十件申请，汽车零件目录，三五件，两三次培训，组织一次检查。',
    '印发“二十条”措施，《三十条意见》。',
  ])('that are ways of speaking count nothing: %s', (text) => {
    const { figures: told, offers } = read(text)
    expect([...told, ...offers]).toEqual([])
  })
})

describe('the fee for information', () => {
  const section = '六、其他需要报告的事项'

  test('is 0 where none was charged', () => {
    for (const text of ['本年度未收取信息处理费。', '没有产生政府信息公开收费情况。']) {
      expect(figures(read(section, text))).toEqual({ 'informationFee.amount': 0 })
    }
  })

  test('is in 元, also where it is told in 万元', () => {
    expect(figures(read(section, '共收取信息处理费2950元。'))).toEqual({
      'informationFee.amount': 2950,
    })
    expect(figures(read(section, '共收取信息处理费0.12万元。'))).toEqual({
      'informationFee.amount': 1200,
    })
  })
})

describe('other counts', () => {
  test('are offered by the words that name them', () => {
    const { offers } = read('发布 26 个试点领域标准目录，新建政务公开专区 3 处。')

    expect(offers.map(({ name, value, unit, phrase }) => ({ name, value, unit, phrase }))).toEqual([
      { name: '试点领域标准目录', value: 26, unit: '个', phrase: '26 个试点领域标准目录' },
      { name: '新建政务公开专区', value: 3, unit: '处', phrase: '3 处' },
    ])
  })

  test('outside of sections 一 and 六 are no figures of the report', () => {
    const { figures: all, offers } = read(
      '五、存在的主要问题及改进情况',
      '计划在政府网站公开信息 900 条，举办座谈会 2 场。',
    )

    expect([...all, ...offers]).toEqual([])
  })

  test('keep how exact they are, in the unit that they are told in', () => {
    const text =
      '门户网站年访问量约120万余人次，印发手册近5500份，投入工作经费约3.5万元，群众满意度达98.6%。'

    expect(
      read(text).offers.map(({ name, value, approximate, unit }) => [
        name,
        value,
        approximate,
        unit,
      ]),
    ).toEqual([
      ['门户网站年访问量', 1_200_000, true, '人次'],
      ['印发手册', 5500, true, '份'],
      ['投入工作经费', 35_000, true, '元'],
      ['群众满意度', 98.6, false, '%'],
    ])
  })

  test('that change have their sign, and mean what is told of or was counted right before', () => {
    const text =
      '网站访问量120万人次，同比下降12.5%，栏目点击量同比增长3%；粉丝5万人次，同比基本持平，占比4.5%。'

    expect(read(text).offers.map(({ name, value, phrase }) => [name, value, phrase])).toEqual([
      ['网站访问量', 1_200_000, '120万人次'],
      ['网站访问量同比', -12.5, '同比下降12.5%'],
      ['栏目点击量同比', 3, '栏目点击量同比增长3%'],
      ['粉丝', 50_000, '5万人次'],
      ['占比', 4.5, '占比4.5%'],
    ])
  })
})
