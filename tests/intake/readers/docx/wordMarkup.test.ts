import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { readDocx } from '@/intake/readers/docx/readDocx'
import { readForm } from '@/intake/recognisers/form/readForm'
import { published } from '../../../documents/expectExact'
import { judgeReading } from '../../../documents/judgeReading'
import { renderDocx } from '../../../documents/renderDocx'

const NUMBER = /<w:r>((?:(?!<\/w:r>).)*)<w:t[^>]*>(\d+)<\/w:t><\/w:r>/gs
const run = (properties: string, text: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const deleted = (text: string) => `<w:r><w:delText>${text}</w:delText></w:r>`

const MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
const textOf = (figure: string) => /<w:t[^>]*>(\d+)<\/w:t>/.exec(figure)?.[1] ?? ''

/** What stands with a figure in files that people worked on; the figure is what is printed. */
const markups: Readonly<Record<string, (figure: string) => string>> = {
  'a change that is tracked': (figure) =>
    `<w:del w:id="1" w:author="a">${deleted('99')}</w:del><w:ins w:id="2" w:author="a">${figure}</w:ins>`,
  'hidden text before it': (figure) => run('<w:vanish/>', '99') + figure,
  'hidden text that is shown again': (figure) =>
    figure.replace('<w:rPr>', '<w:rPr><w:vanish w:val="0"/>'),
  'a number that is struck out': (figure) => run('<w:strike/>', '99') + figure,
  'hidden text by its style': (figure) => run('<w:rStyle w:val="Hidden"/>', '99') + figure,
  'the mark of a note by its style': (figure) => figure + run('<w:rStyle w:val="NoteMark"/>', '1'),
  'a style that the run itself takes back': (figure) =>
    figure.replace('<w:rPr>', '<w:rPr><w:rStyle w:val="NoteMark"/><w:vertAlign w:val="baseline"/>'),
  'the mark of a note': (figure) => figure + run('<w:vertAlign w:val="superscript"/>', '1'),
  'a number that is raised by its place alone': (figure) =>
    figure + run('<w:position w:val="8"/>', '1'),
  'a number of the colour of its ground': (figure) =>
    figure + run('<w:color w:val="FFFFFF" w:themeColor="background1"/>', '99'),
  'all of it raised': (figure) => figure.replace('<w:rPr>', '<w:rPr><w:position w:val="8"/>'),
  'a footnote': (figure) => `${figure}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  'a comment': (figure) =>
    `<w:commentRangeStart w:id="0"/>${figure}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
  'a field that computes it': (figure) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${figure}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  'a number that is struck out twice': (figure) => run('<w:dstrike/>', '99') + figure,
  'a field of one element': (figure) => `<w:fldSimple w:instr="=1">${figure}</w:fldSimple>`,
  'its digits as symbols': (figure) =>
    figure.replace(/<w:t[^>]*>(\d+)<\/w:t>/, (_, digits: string) =>
      Array.from(digits, (digit) => `<w:sym w:font="Arial" w:char="F03${digit}"/>`).join(''),
    ),
  'a formula that is but the number': (figure) =>
    `<m:oMath xmlns:m="${MATH}"><m:r><m:t>${textOf(figure)}</m:t></m:r></m:oMath>`,
  'a reading above it': (figure) =>
    `<w:r><w:ruby><w:rt>${run('', '七')}</w:rt><w:rubyBase>${figure}</w:rubyBase></w:ruby></w:r>`,
  'a text box of the new form alone': (figure) =>
    `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${figure}</w:p></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
  'two likenesses of it': (figure) =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${figure}</mc:Choice><mc:Fallback>${figure}</mc:Fallback></mc:AlternateContent>`,
}

/** A style that hides text, and one that raises it by the style that it is based on. */
const ASIDES =
  '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Raised"><w:name w:val="b"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="NoteMark"><w:name w:val="c"/><w:basedOn w:val="Raised"/></w:style>'

const notes = strToU8(
  '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>含乡镇</w:t></w:r></w:p></w:footnote></w:footnotes>',
)

test.each(Object.entries(markups))(
  'every figure of a Word file is read with %s',
  async (_, marked) => {
    const [report] = generateSample({ counties: 1, years: [2021, 2021] }, 7).reports
    if (report === undefined) throw new Error('no report')
    const files = unzipSync(await renderDocx(published(report)))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array())
    const changed = strToU8(xml.replace(NUMBER, marked))
    expect(strFromU8(changed)).not.toBe(xml)
    const document = await readDocx(
      zipSync({
        ...files,
        'word/footnotes.xml': notes,
        'word/styles.xml': strToU8(styles.replace('</w:styles>', `${ASIDES}</w:styles>`)),
        'word/document.xml': changed,
      }),
      'a.docx',
    )

    expect(judgeReading(report, readForm(document.grids))).toMatchObject({
      flagged: 0,
      silent: [],
      undetectable: [],
    })
  },
)

test('a formula that is more than a number is no number', async () => {
  const [report] = generateSample({ counties: 1, years: [2021, 2021] }, 7).reports
  if (report === undefined) throw new Error('no report')
  const files = unzipSync(await renderDocx(published(report)))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const half = `<m:oMath xmlns:m="${MATH}"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`
  const changed = xml.replace(NUMBER, half)
  const { grids } = await readDocx(
    zipSync({ ...files, 'word/document.xml': strToU8(changed) }),
    'a.docx',
  )

  expect(grids[0]?.rows.flat()).toContain('公式（1 2）')
})

test('what its colour hides beside a figure is told, and light text on a dark ground is text', async () => {
  const [report] = generateSample({ counties: 1, years: [2021, 2021] }, 7).reports
  if (report === undefined) throw new Error('no report')
  const files = unzipSync(await renderDocx(published(report)))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const light = run('<w:color w:val="FFFFFF"/>', '99')
  const shaded = run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>', '7')
  const all = [(figure: string) => figure + light, () => shaded, () => light]
  let at = 0
  const changed = xml.replace(NUMBER, (figure) => all[at++]?.(figure) ?? figure)
  const { grids } = await readDocx(
    zipSync({ ...files, 'word/document.xml': strToU8(changed) }),
    'a.docx',
  )

  expect(grids[0]?.rows[2]?.slice(1)).toEqual([
    expect.stringMatching(/^\d+（白字：99）$/),
    '7',
    '99（白字）',
  ])
})
