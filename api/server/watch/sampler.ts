import type { Sampler } from '@opentelemetry/sdk-trace'
import type { Logger } from 'pino'

type Sdk = typeof import('@opentelemetry/sdk-trace')

/**
 * Which traces are kept, as OpenTelemetry's `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG` say. This version of the SDK
 * leaves reading them to whoever starts it. All are, where they say nothing or something that there isn't.
 */
export function samplerFrom(environment: NodeJS.ProcessEnv, sdk: Sdk, log: Logger): Sampler {
  const { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler, TraceIdRatioBasedSampler } = sdk
  const ratio = (): Sampler => new TraceIdRatioBasedSampler(share(environment['OTEL_TRACES_SAMPLER_ARG'], log))
  const samplers: Readonly<Record<string, () => Sampler>> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: ratio,
    parentbased_always_on: () => new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    parentbased_always_off: () => new ParentBasedSampler({ root: new AlwaysOffSampler() }),
    parentbased_traceidratio: () => new ParentBasedSampler({ root: ratio() }),
  }
  const usual = 'parentbased_always_on'
  const name = environment['OTEL_TRACES_SAMPLER'] || usual
  const make = samplers[name] ?? samplers[usual]
  if (samplers[name] === undefined)
    log.warn(
      `OTEL_TRACES_SAMPLER names no sampler: choose one of ${Object.keys(samplers).join(', ')}. All traces are kept.`,
    )
  return make?.() ?? new AlwaysOnSampler()
}

function share(said: string | undefined, log: Logger): number {
  const number = Number(said || 1)
  if (number >= 0 && number <= 1) return number
  log.warn('OTEL_TRACES_SAMPLER_ARG is no share from 0 to 1. All traces are kept.')
  return 1
}
