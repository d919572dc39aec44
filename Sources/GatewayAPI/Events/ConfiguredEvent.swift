/// Another configuration is in force.
public struct ConfiguredEvent: Codable, Hashable, Sendable {
    /// Number of the version now in force.
    public var version: Int

    public init(version: Int) {
        self.version = version
    }
}
