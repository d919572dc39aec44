import Instrumentation

/// An instrument that has one text of a context travel.
struct NotingInstrument: Instrument {
    /// Where the text is in a context.
    enum Key: InstrumentationContextKey {
        typealias Value = String
    }

    private static let name = "note"

    /// Makes it the instrument of the process.
    static let installed: Void = InstrumentationSystem.bootstrap(NotingInstrument())

    func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier, into context: inout InstrumentationContext, using extractor: Extract
    ) where Extract.Carrier == Carrier {
        context[Key.self] = extractor.extract(key: Self.name, from: carrier)
    }

    func inject<Carrier, Inject: Injector>(
        _ context: InstrumentationContext, into carrier: inout Carrier, using injector: Inject
    ) where Inject.Carrier == Carrier {
        if let note = context[Key.self] { injector.inject(note, forKey: Self.name, into: &carrier) }
    }
}
