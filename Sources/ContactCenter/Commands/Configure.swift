/// A configuration to be put into force.
public struct Configure: Hashable, Sendable {
    /// What is put into force.
    public var configuration: CenterConfiguration
    /// The file as it was written, kept to be shown and to be gone back to; at most 1 MiB.
    public var source: String
    /// The version that must be in force for this to be carried out; nil for whichever is.
    public var replacing: Int?
    /// The version that it was given elsewhere; nothing is done where that or a later one is in force. nil gives it
    /// the next.
    public var version: Int?

    public init(
        configuration: CenterConfiguration, source: String, replacing: Int? = nil, version: Int? = nil
    ) {
        self.configuration = configuration
        self.source = source
        self.replacing = replacing
        self.version = version
    }
}
