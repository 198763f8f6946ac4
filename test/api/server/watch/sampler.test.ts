import * as sdk from '@opentelemetry/sdk-trace'
import { expect, it } from 'vitest'
import { samplerFrom } from '../../../../api/server/watch/sampler.ts'
import { keptLog } from './watched-server.ts'

it.each([
  [{}, 'ParentBased{root=AlwaysOnSampler'],
  [{ OTEL_TRACES_SAMPLER: 'always_on' }, 'AlwaysOnSampler'],
  [{ OTEL_TRACES_SAMPLER: 'always_off' }, 'AlwaysOffSampler'],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' }, 'TraceIdRatioBased{0.25}'],
  [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, 'ParentBased{root=AlwaysOffSampler'],
  [
    { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' },
    'ParentBased{root=TraceIdRatioBased{0}',
  ],
])('%j keeps what OpenTelemetry says', (environment, sampler) => {
  const { log, lines } = keptLog()
  expect(samplerFrom(environment, sdk, log).toString()).toContain(sampler)
  expect(lines).toEqual([])
})

it.each([
  [{ OTEL_TRACES_SAMPLER: 'some' }, 'ParentBased{root=AlwaysOnSampler', /choose one of always_on/],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' }, 'TraceIdRatioBased{1}', /share from 0 to 1/],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: 'x' }, 'TraceIdRatioBased{1}', /share from 0 to 1/],
])('%j keeps all, and the log says why', (environment, sampler, why) => {
  const { log, lines } = keptLog()
  expect(samplerFrom(environment, sdk, log).toString()).toContain(sampler)
  expect(lines).toEqual([expect.objectContaining({ level: 40, msg: expect.stringMatching(why) })])
})
