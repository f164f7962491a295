import type { SourceDocument } from '@/intake/document'

type Rows = readonly (readonly string[])[]
/** How a dirty file must come out of the readers. */
export interface Expected {
  readonly kind: SourceDocument['kind']
  readonly encoding?: string
  readonly rows?: Rows
  /** `code severity row column`, as far as the place is known. */
  readonly found?: readonly string[]
}

const header = ['地区', '年份', '一般公共预算收入（万元）', '常住人口（万人）']
const first = ['甲县', '2022', '123456.78', '45.6']
const second = ['乙县', '2022', '98765', '32.1']
const third = ['丙县', '2022', '0', '—']
const plain: Rows = [header, first, second, third]

function csv(rows: Rows, ...found: readonly string[]): Expected {
  return { kind: 'csv', encoding: 'UTF-8', rows, found }
}

function cells(...lines: readonly string[]): Rows {
  return lines.map((line) => line.split(','))
}

function json(rows: Rows | undefined, ...found: readonly string[]): Expected {
  return { kind: 'json', encoding: 'UTF-8', ...(rows === undefined ? {} : { rows }), found }
}

export const expectations: Readonly<Record<string, Expected>> = {
  '01_utf8.csv': csv(plain),
  '02_utf8_bom.csv': csv(plain),
  '03_gbk.csv': { ...csv(plain), encoding: 'GB18030' },
  '04_gb18030_rare.csv': {
    ...csv([header, ['㛃县', ...first.slice(1)], ['𬭊镇', ...second.slice(1)], third]),
    encoding: 'GB18030',
  },
  '05_utf16le_bom_tab.txt': { ...csv(plain), encoding: 'UTF-16LE' },
  '06_utf16le_nobom_tab.txt': { ...csv(plain, 'encoding-ambiguous warning'), encoding: 'UTF-16LE' },
  '07_utf16be_bom.csv': { ...csv(plain), encoding: 'UTF-16BE' },
  '08_big5.csv': {
    ...csv(
      [
        ['地區', '年份', '收入'],
        ['甲縣', '2022', '1'],
      ],
      'encoding-ambiguous warning',
    ),
    encoding: 'Big5',
  },
  '09_gbk_lossy_question.csv': {
    ...csv([header, ['?县', ...first.slice(1)], second, third], 'text-lost-character warning 2 1'),
    encoding: 'GB18030',
  },
  '10_damaged_utf8.csv': csv([header, first, ['乙']], 'row-short error 3'),
  '11_mixed_utf8_gbk.csv': { kind: 'csv', found: ['encoding-mixed error 5'] },
  '12_mojibake_source.csv': csv(
    [
      [
        '鍦板尯',
        '骞翠唤',
        '涓€鑸\ue100叕鍏遍\ue569绠楁敹鍏ワ紙涓囧厓锛�',
        '甯镐綇浜哄彛锛堜竾浜猴級',
      ],
      ['鐢插幙', ...first.slice(1)],
      ['涔欏幙', ...second.slice(1)],
      ['涓欏幙', '2022', '0', '鈥�'],
    ],
    'text-mojibake error 1 1',
    'text-mojibake error 1 2',
    'text-mojibake error 1 3',
    'text-mojibake error 1 4',
    'text-mojibake error 2 1',
    'text-mojibake error 3 1',
    'text-mojibake error 4 1',
    'text-lost-character error 4 4',
  ),
  '13_title_rows.csv': csv([['某某市2022年县区主要指标'], ['单位：万元'], [], ...plain]),
  '14_two_row_header_merged.csv': csv([
    ['地区', '年份', '财政', '', '人口', ''],
    ['', '', '收入（万元）', '支出（万元）', '常住', '户籍'],
    ['甲县', '2022', '1', '2', '3', '4'],
  ]),
  '15_merged_blank_cells.csv': csv(
    cells('地区,年份,收入', '甲县,2020,1', ',2021,2', ',2022,3', '乙县,2020,4'),
  ),
  '16_totals_rows.csv': csv(cells('地区,收入', '甲县,1', '乙县,2', '小计,3', '合计,3', '全市,3')),
  '17_footnotes.csv': csv(
    [...plain, ['注：数据来源于统计年鉴。'], ['填报人：张三', '', '', '审核人：李四']],
    'row-short warning 5',
  ),
  '18_fullwidth_digits.csv': csv(
    cells('地区,收入', '甲县,１２３．５', '乙县,１，２３４', '丙县,－５', '丁县,（３）'),
  ),
  '19_thousands.csv': csv([
    ['地区', '收入'],
    ['甲县', '1,234,567'],
    ['乙县', '12,34'],
    ['丙县', '1 234'],
  ]),
  '20_unit_suffix.csv': csv(
    cells('地区,收入', '甲县,12.3亿元', '乙县,1234万', '丙县,500元', '丁县,12.5%'),
  ),
  '21_missing_tokens.csv': csv([
    ['地区', '值'],
    ...['', '—', '－', '/', '无', '…', '#DIV/0!', '#REF!', 'N/A', 'NULL', '0', '暂无数据', '*'].map(
      (text, index) => [String.fromCharCode(97 + index), text],
    ),
  ]),
  '22_apostrophe_numbers.csv': csv([
    ['地区代码', '值'],
    ["'110101", "'12.5"],
  ]),
  '23_leading_zero_ids.csv': csv(
    cells('代码,值', '00123,1', '110101000000000001,2', '1.10101E+17,3'),
  ),
  '24_excel_dates.csv': csv([
    ['指标', '值', '日期'],
    ['1月2日', '1', '45292'],
    ['2-Jan', '2', '2023/1/1'],
    ['Mar-24', '3', '2023年1月'],
    ['1-2', '4', '2023.01.01'],
  ]),
  '25_percent_vs_ratio.csv': csv([
    ['地区', '增速'],
    ['甲县', '5.2%'],
    ['乙县', '0.052'],
    ['丙县', '5.2'],
  ]),
  '26_dup_headers.csv': csv([
    ['地区', '2022年', '2022年', '地区'],
    ['甲县', '1', '2', '乙'],
  ]),
  '27_proto_header.csv': csv([
    ['__proto__', 'constructor', 'toString', '地区'],
    ['1', '2', '3', '甲县'],
  ]),
  '28_ragged.csv': csv(
    [
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
    ],
    'row-short error 2',
    'row-long error 3',
  ),
  '29_unescaped_quote.csv': csv(
    [
      ['地区', '备注'],
      ['"甲"县', '好'],
      ['乙县', '说"好"'],
      ['丙县', 'x'],
    ],
    'quote-unescaped error 2',
    'quote-unescaped error 3',
  ),
  '30_unclosed_quote.csv': csv(
    [
      ['地区', '备注'],
      ['甲县', '"未完'],
      ['乙县', '1'],
      ['丙县', '2'],
    ],
    'quote-unclosed error 2',
  ),
  '31_mixed_newlines.csv': csv(
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
    'newlines-mixed info',
  ),
  '32_fullwidth_comma.csv': csv(
    [
      ['地区', '收入'],
      ['甲县', '100'],
    ],
    'delimiter-guessed info',
  ),
  '33_semicolon.csv': csv(
    [
      ['地区', '收入'],
      ['甲县', '1,5'],
    ],
    'delimiter-guessed info',
  ),
  '34_sep_line.csv': csv([
    ['地区', '收入'],
    ['甲县', '1'],
  ]),
  '35_empty.csv': { kind: 'unknown', found: ['file-empty error'] },
  '36_header_only.csv': csv([['地区', '收入']]),
  '37_xlsx_renamed.csv': {
    kind: 'zip',
    found: ['file-type-mismatch info', 'archive-damaged error'],
  },
  '38_html_renamed.xls': {
    kind: 'html',
    encoding: 'UTF-8',
    rows: [['甲县', '1']],
    found: ['file-type-mismatch info'],
  },
  '39_nul_bytes.csv': csv(
    [
      ['a', 'b'],
      ['甲县', '1'],
    ],
    'text-control-character warning 2',
  ),
  '40_zero_width_nbsp.csv': csv(
    [
      ['地\u200b区', '收入\u00a0'],
      ['甲县\ufeff', '1'],
      ['\u3000乙县', '2'],
    ],
    'text-control-character info 1 1',
    'text-control-character info 2 1',
  ),
  '41_xss.csv': csv([
    ['地区', '备注'],
    ['<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>'],
    ["{{constructor.constructor('alert(1)')()}}", 'javascript:alert(1)'],
  ]),
  '42_formula.csv': csv([
    ['地区', '备注'],
    ['=HYPERLINK("http://x","a")', '+1+1'],
    ['@SUM(A1)', '-2+3'],
    ['\t=1', '＝1+1'],
    ['-12.5', '+3'],
  ]),
  '43_bidi.csv': csv(
    [
      ['地区', '值'],
      ['甲\u202e县', '1'],
    ],
    'text-control-character warning 2 1',
  ),
  '44_long_cell.csv': csv(
    [
      ['a', 'b'],
      ['县'.repeat(32_767), '1'],
    ],
    'cell-too-long error 2 1',
  ),
  '45_wide.csv': csv([
    Array.from({ length: 5_000 }, (_, index) => (index % 2 ? 'a' : `a_${index / 2}`)),
  ]),
  '46_nfd_compat.csv': csv([
    ['地区', '值'],
    ['⾦⼭县', '1'],
    ['金山县', '2'],
  ]),
  '47_sum_mismatch.csv': csv([
    ['地区', '收入'],
    ['甲县', '10'],
    ['乙县', '20'],
    ['合计', '31'],
  ]),
  '48_year_columns.csv': csv([
    ['地区', '2020年', '2021年', '2022年'],
    ['甲县', '1', '2', '3'],
  ]),
  '60_dup_keys.json': json(
    [
      ['县', '值'],
      ['甲', '1 ; 2'],
    ],
    'json-duplicate-key error 1 17',
  ),
  '61_proto.json': json(undefined),
  '62_bigint.json': json([['代码'], ['110101000000000001']], 'json-number-unsafe warning 1 8'),
  '63_ndjson.json': json([['县'], ['甲'], ['乙']]),
  '64_nan.json': json(undefined, 'json-invalid error 1 7'),
  '65_deep.json': json(undefined, 'json-too-deep error 1 101'),
  '66_bom.json': json([['县'], ['甲']]),
  '67_trailing_comma.json': json(undefined, 'json-invalid error 1 12'),
  '68_mixed_shapes.json': json(
    [
      ['县', '值'],
      ['甲', '1'],
      ['乙', ''],
    ],
    'json-item-skipped warning 1 28',
    'json-item-skipped warning 1 36',
    'json-item-skipped warning 1 41',
  ),
  '69_infinity.json': json([['值'], ['1e400']], 'json-number-unsafe error 1 7'),
  '70_lone_surrogate.json': json([['县'], ['\ufffd']], 'text-lost-character warning 1 7'),
  '71_gbk.json': { ...json([['县'], ['甲']]), encoding: 'GB18030' },
}
