/// Another configuration is in force.
public struct ConfiguredEvent: Codable, Hashable, Sendable {
    public var version: Int

    public init(version: Int) {
        self.version = version
    }
}
