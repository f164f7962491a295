import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { argv, env, exit, platform } from 'node:process'
import {
  buildIfStale,
  dependenciesAreStale,
  installDependencies,
  nodeTooOld,
  root,
} from './prepare.mjs'
import { serve } from './serve.mjs'

const port = Number(env.PORT ?? 4173)
const host = env.HOST

await main()

async function main() {
  const tooOld = nodeTooOld()
  if (tooOld) return fail(tooOld)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return fail(`PORT=${env.PORT} 不是端口号。(PORT must be a whole number from 1 to 65535.)`)
  }
  // A taken port is told before minutes of installing and building.
  const blocked = await tryToServe()
  if (blocked) return fail(blocked)

  if (dependenciesAreStale()) {
    console.log('正在安装依赖（npm ci）…  Installing dependencies…')
    if (!(await installDependencies()).ok) return fail('依赖安装失败，见上。(npm ci failed.)')
  }
  console.log('正在构建…  Building…')
  if (!(await buildIfStale()).ok) return fail('构建失败，见上。(The build failed.)')

  await open()
}

/** Null when the port can be had, else why not. */
async function tryToServe() {
  try {
    const server = await serve({ folder: root, port, ...hosts() })
    await server.close()
    return null
  } catch (error) {
    return explain(error)
  }
}

async function open() {
  try {
    await serve({ folder: join(root, 'dist'), port, ...hosts() })
  } catch (error) {
    return fail(explain(error))
  }
  const address = `http://localhost:${port}`
  console.log(`县鉴已就绪  Xianjian is ready:  ${address}\n按 Ctrl+C 停止。(Ctrl+C stops it.)`)
  if (argv.includes('--open')) openBrowser(address)
}

function hosts() {
  return host === undefined ? {} : { hosts: [host] }
}

function explain(error) {
  if (error.code === 'EADDRINUSE') {
    return [
      `端口 ${port} 已被别的程序占用。请先关闭它，或另选一个端口：PORT=${port + 1} npm start`,
      '（浏览器按地址保存数据：换了端口，就看不到原来端口下的数据。）',
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      "(The browser's data belong to the address: another port does not show them.)",
    ].join('\n')
  }
  if (error.code === 'EACCES') {
    return `没有权限使用端口 ${port}，请选 1024 以上的：PORT=4173 npm start\n(No permission for port ${port}.)`
  }
  return `无法在端口 ${port} 上提供服务。(Cannot serve on port ${port}.) ${error.message}`
}

function openBrowser(address) {
  const [command, ...args] =
    platform === 'win32'
      ? ['cmd', '/c', 'start', '']
      : platform === 'darwin'
        ? ['open']
        : ['xdg-open']
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => console.log('（没有找到浏览器，请手动打开上面的地址。）'))
    .unref()
}

function fail(message) {
  console.error(message)
  exit(1)
}
