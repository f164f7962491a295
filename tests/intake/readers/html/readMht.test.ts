import { expect, test } from 'vitest'
import { readSource } from '@/intake/readers/readSource'
import { encodeAs } from '../encode'
