import { serveIntake } from './serveIntake'

serveIntake()
