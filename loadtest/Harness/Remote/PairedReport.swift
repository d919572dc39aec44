/// What something costs beside the least that it could, measured in turns; medians over all turns.
public struct PairedReport: Hashable, Codable, Sendable {
    /// One kind of figure of both.
    public struct Pair: Hashable, Codable, Sendable {
        /// What is compared, such as `p50 µs`.
        public var name: String
        /// Of the floor.
        public var floor: Double
        /// Of what is measured.
        public var measured: Double
        /// The median of what is measured, in parts of the floor within each turn.
        public var ratio: Double

        /// The medians of what each turn has found.
        init(_ name: String, _ turns: [(floor: Double, measured: Double)]) {
            self.name = name
            floor = Self.median(turns.map(\.floor))
            measured = Self.median(turns.map(\.measured))
            ratio = Self.median(turns.map { $0.measured / max($0.floor, .leastNonzeroMagnitude) })
        }

        private static func median(_ values: [Double]) -> Double {
            let sorted = values.sorted()
            return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        }
    }

    /// Under what circumstances it was measured, each a line for people.
    public var circumstances: [String] = []
    /// What was compared.
    public var pairs: [Pair]
    /// What the thresholds say.
    public var verdicts: [CoreVerdict] = []

    /// A report of these comparisons.
    init(_ pairs: [Pair]) {
        self.pairs = pairs
    }

    /// Whether every threshold is kept.
    public var isPassed: Bool { verdicts.allSatisfy(\.isMet) }

    /// The report as lines that a person can read.
    public var text: String {
        let figures = pairs.map { pair in
            "\(pair.name): floor \(Self.written(pair.floor)), measured \(Self.written(pair.measured)), ratio "
                + Self.written(pair.ratio)
        }
        let judged = verdicts.map { verdict in
            "\(verdict.name): \(Self.written(verdict.value)), limit \(Self.written(verdict.limit)) "
                + (verdict.isMet ? "ok" : "MISSED")
        }
        return (circumstances + figures + judged).joined(separator: "\n")
    }

    private static func written(_ value: Double) -> String {
        value < 100 ? "\((value * 100).rounded() / 100)" : "\(Int(value.rounded()))"
    }
}
