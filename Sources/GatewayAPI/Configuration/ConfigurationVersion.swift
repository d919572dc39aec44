/// One version of the configuration.
public struct ConfigurationVersion: Codable, Hashable, Sendable {
    /// Counts up from 1.
    public var version: Int
    /// When it took effect.
    public var appliedAt: DateTime
    /// Whether it is the one in force.
    public var isCurrent: Bool
    /// The file as it was written; nil in lists.
    public var source: String?

    public init(version: Int, appliedAt: DateTime, isCurrent: Bool, source: String? = nil) {
        self.version = version
        self.appliedAt = appliedAt
        self.isCurrent = isCurrent
        self.source = source
    }
}
