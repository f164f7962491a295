import { createUnitRegistry } from '@/domain/unitRegistry'
import { serveIntake } from './serveIntake'

serveIntake()
// The shipped divisions are indexed while the person still looks for the file.
setTimeout(() => createUnitRegistry([]))
