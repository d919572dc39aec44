extension BusinessCalendar {
    /// The first instant after `instant` at which it opens or closes; nil when it never does.
    ///
    /// Complexity: O(days until then).
    public func nextChange(after instant: Timestamp) -> Timestamp? {
        let second = instant.wholeSeconds
        let end = horizon(from: second)
        guard let stretch = OpenStretches(self, from: second, to: end).first(where: { _ in true }) else { return nil }
        if stretch.lowerBound > second { return Timestamp(wholeSeconds: stretch.lowerBound) }
        return stretch.upperBound < end ? Timestamp(wholeSeconds: stretch.upperBound) : nil
    }

    /// The first instant after `instant` at which it opens; nil when it never does, or never closes before.
    ///
    /// Complexity: O(days until then).
    public func nextOpening(after instant: Timestamp) -> Timestamp? {
        let second = instant.wholeSeconds
        return OpenStretches(self, from: second, to: horizon(from: second)).first { $0.lowerBound > second }
            .map { Timestamp(wholeSeconds: $0.lowerBound) }
    }

    /// For how long it is open from `start` to `end`; zero when `end` is not later.
    ///
    /// Complexity: O(days between).
    public func openTime(between start: Timestamp, and end: Timestamp) -> Duration {
        guard start < end else { return .zero }
        let stretches = OpenStretches(self, from: start.wholeSeconds, to: end.wholeSeconds + 1)
        let microseconds = stretches.reduce(Int64(0)) { sum, stretch in
            let lower = max(Timestamp(wholeSeconds: stretch.lowerBound), start)
            let upper = min(Timestamp(wholeSeconds: stretch.upperBound), end)
            return sum + max(0, lower.microseconds(to: upper))
        }
        return .microseconds(microseconds)
    }

    /// When it will have been open for so long from an instant on; nil when it never is within what is known to come.
    ///
    /// Complexity: O(days until then).
    public func instant(after openTime: Duration, from start: Timestamp) -> Timestamp? {
        var rest = openTime.wholeMicroseconds
        guard rest > 0 else { return start }
        for stretch in OpenStretches(self, from: start.wholeSeconds, to: horizon(from: start.wholeSeconds)) {
            let lower = max(Timestamp(wholeSeconds: stretch.lowerBound), start)
            let length = lower.microseconds(to: Timestamp(wholeSeconds: stretch.upperBound))
            if length >= rest { return lower.advanced(byMicroseconds: rest) }
            rest -= length
        }
        return nil
    }

    /// The second by which everything that changes has changed: behind the last day that is not like every week's, and
    /// long enough for what daylight saving leaves out once to come in another week.
    private func horizon(from second: Int) -> Int {
        let closed = closures.compactMap(\.until).map { Self.day(of: $0.wholeSeconds) }.max() ?? 0
        return (max(Self.day(of: second), closed, lastUnusualDay ?? 0) + 22) * 86_400
    }
}

extension Timestamp {
    init(wholeSeconds: Int) {
        self.init(microseconds: Int64(wholeSeconds) * 1_000_000)
    }
}
