import { spawnSync } from 'node:child_process'
import { env, getuid } from 'node:process'
import { hasOffice } from '../documents/office'

/**
 * Installs LibreOffice with its word processor and its tables where we may, once before all tests:
 * one test must not find what another is still installing.
 */
export default function setup(): void {
  if ((hasOffice('writer') && hasOffice('calc')) || getuid?.() !== 0) return
  const programs = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui']
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { timeout: 120_000 })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...programs], {
    timeout: 400_000,
    env: quiet,
  })
}
