import Instrumentation

extension TraceContext {
    private struct Writer: Injector {
        func inject(_ value: String, forKey key: String, into trace: inout TraceContext) { trace[key] = value }
    }

    private struct Reader: Extractor {
        func extract(key: String, from trace: TraceContext) -> String? { trace[key] }
    }

    /// What the instrument wants to travel with a call of the current task.
    static var current: TraceContext {
        var trace = TraceContext()
        if let context = InstrumentationContext.current {
            InstrumentationSystem.instrument.inject(context, into: &trace, using: Writer())
        }
        return trace
    }

    /// Runs `body` in the context that has travelled here, so that what it calls belongs to the same trace.
    func restored<Result>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async rethrows -> Result {
        if entries.isEmpty { return try await body() }
        var context = InstrumentationContext.topLevel
        InstrumentationSystem.instrument.extract(self, into: &context, using: Reader())
        return try await InstrumentationContext.withValue(context, isolation: isolation, operation: body)
    }
}
