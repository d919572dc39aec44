/// One copy of a journal beside the one that answers, as the store tells of it.
public struct JournalCopy: Hashable, Sendable {
    /// Who holds it, such as a server and the stream that it holds.
    public let name: String
    /// Whether it has everything that the answering copy has.
    public let isCurrent: Bool
    /// By how many entries it is behind.
    public let lag: UInt64
    /// How long ago it was last heard; nil when it never was, or is known to be away.
    public let silence: Duration?

    public init(name: String, isCurrent: Bool, lag: UInt64, silence: Duration?) {
        self.name = name
        self.isCurrent = isCurrent
        self.lag = lag
        self.silence = silence
    }
}
