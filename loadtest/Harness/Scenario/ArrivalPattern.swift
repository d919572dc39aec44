/// When contacts come in: a Poisson process whose rate changes over the run.
public struct ArrivalPattern: Hashable, Sendable {
    /// Contacts a second.
    public var rate: Double
    /// Times of a higher rate.
    public var spikes: [Spike] = []
    /// By what the rate is multiplied at places of the run, in order, and in a straight line between them; empty for
    /// 1 throughout.
    public var curve: [CurvePoint] = []

    /// A time of a higher rate.
    public struct Spike: Hashable, Sendable {
        /// When it begins, since the beginning of the run.
        public var at: Duration
        /// How long it lasts.
        public var length: Duration
        /// By what the rate is multiplied.
        public var times: Double
    }

    /// A place of the curve.
    public struct CurvePoint: Hashable, Sendable {
        /// Share of the run, 0 to 1.
        public var at: Double
        /// By what the rate is multiplied.
        public var times: Double
    }

    public init(rate: Double = 10) { self.rate = rate }

    /// Contacts a second when a share of a run of that length has passed.
    public func rate(at time: Duration, of length: Duration) -> Double {
        let spiked = spikes.filter { $0.at <= time && time < $0.at + $0.length }.reduce(1) { $0 * $1.times }
        return rate * spiked * curveValue(at: length > .zero ? time / length : 0)
    }

    /// A bound that the rate never exceeds.
    public var highestRate: Double {
        let highestCurve = curve.map(\.times).max() ?? 1
        return rate * max(1, spikes.map { max(1, $0.times) }.reduce(1, *)) * highestCurve
    }

    private func curveValue(at share: Double) -> Double {
        guard let first = curve.first, let last = curve.last else { return 1 }
        if share <= first.at { return first.times }
        for (left, right) in zip(curve, curve.dropFirst()) where share < right.at {
            guard right.at > left.at else { return right.times }
            return left.times + (right.times - left.times) * (share - left.at) / (right.at - left.at)
        }
        return last.times
    }
}
