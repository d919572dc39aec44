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

    /// The context that has travelled here, for what is called now to belong to the same trace; nil when none has.
    var context: InstrumentationContext? {
        if entries.isEmpty { return nil }
        var context = InstrumentationContext.topLevel
        InstrumentationSystem.instrument.extract(self, into: &context, using: Reader())
        return context
    }
}
