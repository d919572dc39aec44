import Wire

/// The contacts of a scenario, one after the other, and at which site each comes in.
struct VirtualArrivals: Sequence, IteratorProtocol {
    private var arrivals: GeneratedArrivals
    private var random: SeededGenerator
    /// By site: the share of contacts that come in there or at a site before it.
    private let bounds: [Double]

    /// - Parameter weights: By site: how many come in there, against the others.
    init(_ arrivals: GeneratedArrivals, weights: [Int], seed: UInt64) {
        self.arrivals = arrivals
        random = SeededGenerator(seed: ~seed)
        let total = Double(weights.reduce(0, +))
        bounds = weights.indices.map { Double(weights[...$0].reduce(0, +)) / total }
    }

    mutating func next() -> VirtualArrival? {
        guard let contact = arrivals.next() else { return nil }
        let share = random.share()
        return VirtualArrival(contact: contact, site: bounds.firstIndex { share < $0 } ?? bounds.count - 1)
    }
}
