/// The first line of a history file.
public struct HistoryHeader: Hashable, Sendable, Codable {
    /// The version of the format that this program writes; it reads this and every older one.
    public static let version = 1

    /// Always `sundial-history`: tells the file from any other.
    public var format = "sundial-history"
    /// The version that the file was written in.
    public var version = Self.version
    /// Name of the scenario.
    public var scenario: String
    /// Seed that the scenario was played with.
    public var seed: UInt64
    /// How many seconds of business time pass in a second of the recorder's clock.
    public var clockRate: Double

    public init(scenario: String, seed: UInt64, clockRate: Double = 1) {
        self.scenario = scenario
        self.seed = seed
        self.clockRate = clockRate
    }
}
