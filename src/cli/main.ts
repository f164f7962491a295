import { runCli } from './runCli'

process.exitCode = await runCli(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
})
