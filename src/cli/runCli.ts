import { parseArgs } from 'node:util'
import { cellsCommand } from './cellsCommand'
import { checkCommand } from './checkCommand'
import { EXIT, type Command, type CommandLine, type Output } from './command'
import { convertCommand } from './convertCommand'
import { readCommand } from './readCommand'

/** All commands by name: a new one is one entry. */
const commands: ReadonlyMap<string, Command> = new Map([
  ['cells', cellsCommand],
  ['read', readCommand],
  ['check', checkCommand],
  ['convert', convertCommand],
])

/**
 * Runs the command line (without node and script) and gives the exit status. With `--json` what is
 * written is always one valid JSON value.
 */
export async function runCli(args: readonly string[], output: Output): Promise<number> {
  const json = args.includes('--json')
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || args.includes('--help')) {
    output.write(json ? `${JSON.stringify({ help: help() })}\n` : help())
    return name === undefined ? EXIT.failed : EXIT.clean
  }
  const command = commands.get(name)
  if (command === undefined) return misused(`没有“${name}”这个命令`, json, output)
  const line = parse(command, rest)
  return typeof line === 'string' ? misused(line, json, output) : command.run(line, output)
}

function misused(error: string, json: boolean, output: Output): number {
  if (json) output.write(`${JSON.stringify({ error, findings: [] })}\n`)
  else output.note(`${error}。\n\n${help()}`)
  return EXIT.failed
}

/** The parsed line, or in Chinese what is wrong with it. */
function parse(command: Command, args: readonly string[]): CommandLine | string {
  const options = Object.fromEntries(
    [...command.options.keys()].map((option) => [option, { type: 'string' as const }]),
  )
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (cause) {
    return `参数不对：${cause instanceof Error ? cause.message : String(cause)}`
  }
  const { positionals, values } = parsed
  if (positionals.length === 0) return '请给出文件'
  const chosen = new Map<string, string>()
  for (const [option, allowed] of command.options) {
    const given = new Map(Object.entries(values)).get(option)
    const value = typeof given === 'string' ? given : (allowed[0] ?? '')
    if (!allowed.includes(value)) return `--${option} 只能是 ${allowed.join('、')}`
    chosen.set(option, value)
  }
  return { files: positionals, json: args.includes('--json'), values: chosen }
}

function help(): string {
  return [
    '县鉴命令行：读取政府信息公开工作年度报告的数据文件，与浏览器中的程序相同。',
    '',
    '用法：npm run --silent xianjian -- <命令>',
    ...[...commands.values()].map(({ usage }) => `  ${usage}`),
    '',
    '退出码：0 没有错误级问题；1 有错误级问题；2 用法不对，或有文件打不开。',
    '',
  ].join('\n')
}
