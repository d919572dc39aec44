/// Answer to `POST /v1/configuration`.
public struct AppliedConfiguration: Codable, Hashable, Sendable {
    /// The version that is now in force.
    public var version: Int

    public init(version: Int) {
        self.version = version
    }
}
