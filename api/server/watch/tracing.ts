import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api'
import type { Logger } from 'pino'
import { samplerFrom } from './sampler.ts'

/** How long the last spans may take to be sent when the server ends, milliseconds. */
const flushTime = 5_000

/**
 * Starts to send traces by OTLP (HTTP, protobuf) where the environment names a place for them: `OTEL_EXPORTER_OTLP_ENDPOINT` or
 * `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`; `OTEL_SDK_DISABLED=true` and `OTEL_TRACES_EXPORTER=none` prevent it. Headers, timeout,
 * compression, certificates, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES` and `OTEL_TRACES_SAMPLER` are honoured too. It takes
 * over the trace of requests that bring one (W3C `traceparent`). Without a place nothing is loaded. Trouble goes to the log.
 * @returns what sends the last spans and ends it, in a few seconds at most.
 */
export async function startTracing(log: Logger): Promise<() => Promise<void>> {
  const environment = process.env
  const place = environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] || environment['OTEL_EXPORTER_OTLP_ENDPOINT']
  const isOff =
    environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || environment['OTEL_TRACES_EXPORTER'] === 'none'
  if (!place || isOff) return async () => undefined
  const [sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, { W3CTraceContextPropagator }, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-proto'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ])
  const {
    defaultResource,
    detectResources,
    envDetector,
    hostDetector,
    resourceFromAttributes,
    serviceInstanceIdDetector,
  } = resources
  diag.setLogger(toLog(log), DiagLogLevel.WARN)
  const provider = new sdk.TracerProvider({
    sampler: samplerFrom(environment, sdk, log),
    // What the environment says comes last, and wins.
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'tributary' }))
      .merge(detectResources({ detectors: [hostDetector, serviceInstanceIdDetector, envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, flushTime)
    })
    await Promise.race([provider.shutdown(), late]).catch((error: unknown) => {
      log.warn({ err: error }, 'the last traces could not be sent')
    })
    clearTimeout(timer)
  }
}

/** OpenTelemetry's own messages as lines of the log. */
function toLog(log: Logger): Parameters<typeof diag.setLogger>[0] {
  const say =
    (level: 'error' | 'warn' | 'debug') =>
    (message: string): void =>
      log[level]({ telemetry: message }, 'traces')
  return { error: say('error'), warn: say('warn'), info: say('debug'), debug: say('debug'), verbose: say('debug') }
}
