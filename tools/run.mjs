import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/**
 * Runs a command and everything it starts as one group, so that a time limit ends all of it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, limit: number, log?: string, env?: NodeJS.ProcessEnv }} options
 *   `limit` in milliseconds; the output is added to the file `log`, or goes to this terminal.
 * @returns {Promise<{ ok: boolean, timedOut: boolean }>}
 */
export function run(command, args, { cwd, limit, log, env = process.env }) {
  return new Promise((resolve) => {
    const output = log === undefined ? 'inherit' : openSync(log, 'a')
    const child = spawn(command, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
      stdio: ['ignore', output, output],
    })
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      endGroup(child)
    }, limit)
    const stop = () => {
      endGroup(child)
      process.exit(130)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)

    const finish = (ok) => {
      clearTimeout(timer)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      // What the command left running in the background must not outlive it.
      endGroup(child)
      if (typeof output === 'number') closeSync(output)
      resolve({ ok, timedOut })
    }
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      finish(false)
    })
    child.once('exit', (code) => finish(code === 0))
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group is gone already.
  }
}
