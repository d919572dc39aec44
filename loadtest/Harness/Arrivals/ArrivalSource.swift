/// Where arrivals come from: the scenario's seed, or a trace.
enum ArrivalSource {
    case generated(GeneratedArrivals)
    case trace(calls: [PlannedContact], next: Int)

    /// The next arrival in the order of time; nil when there is none.
    mutating func next() -> PlannedContact? {
        switch self {
        case .generated(var generated):
            defer { self = .generated(generated) }
            return generated.next()
        case .trace(let calls, let next):
            guard next < calls.count else { return nil }
            self = .trace(calls: calls, next: next + 1)
            return calls[next]
        }
    }

    /// A contact outside the order of time; nil when there can be none.
    mutating func any() -> PlannedContact? {
        guard case .generated(var generated) = self else { return nil }
        defer { self = .generated(generated) }
        return generated.make(at: 0)
    }

    /// Plays generated arrivals at another rate.
    mutating func setRate(_ rate: Double) {
        guard case .generated(var generated) = self else { return }
        generated.setRate(rate)
        self = .generated(generated)
    }
}
