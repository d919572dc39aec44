/// How far forecasts of waits were off.
public struct ForecastScores: Sendable {
    /// Of one way to forecast.
    public struct Score: Codable, Sendable {
        /// The way.
        public let way: String
        /// How many contacts waited and were answered.
        public let contacts: Int
        /// Mean absolute error in seconds.
        public let meanAbsoluteErrorSeconds: Double
        /// Share of the forecasts that were within 25 % of the wait.
        public let within25Percent: Double
    }

    /// The ways: the center's own, and two in common use.
    private static let ways = ["sundial", "mean of the last 10 waits", "queue length x handling time / agents"]

    private var contacts = 0
    private var errors = [Double](repeating: 0, count: ways.count)
    private var near = [Int](repeating: 0, count: ways.count)

    /// Nothing scored yet.
    public init() {}

    /// Adds what was forecast by each way, in seconds, and the wait that followed.
    mutating func add(_ forecasts: [Double], wait: Double) {
        contacts += 1
        for (way, forecast) in forecasts.enumerated() {
            errors[way] += abs(forecast - wait)
            if abs(forecast - wait) <= wait / 4 { near[way] += 1 }
        }
    }

    /// Adds those of another play.
    public mutating func add(_ other: ForecastScores) {
        contacts += other.contacts
        for way in Self.ways.indices {
            errors[way] += other.errors[way]
            near[way] += other.near[way]
        }
    }

    /// The score of each way, the center's own first.
    public var scores: [Score] {
        Self.ways.enumerated().map { way, name in
            Score(
                way: name, contacts: contacts, meanAbsoluteErrorSeconds: errors[way] / Double(max(1, contacts)),
                within25Percent: Double(near[way]) / Double(max(1, contacts)))
        }
    }

    /// Whether the center's own forecasts were nearer than both others, by both measures.
    public var isBest: Bool {
        contacts > 0 && errors.dropFirst().allSatisfy { errors[0] < $0 } && near.dropFirst().allSatisfy { near[0] > $0 }
    }
}
