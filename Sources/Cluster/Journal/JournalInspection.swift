/// What the store of a journal says of itself.
public struct JournalInspection: Hashable, Sendable {
    /// Where the journal is, for people: a file, or a stream and the server that leads it.
    public var place: String
    /// Version of the server that keeps it; nil where none does, or where it does not tell.
    public var serverVersion: String?
    /// Every other copy; empty where there is only one.
    public var copies: [JournalCopy]
    /// What is wrong with it, a sentence each; empty when nothing is.
    public var faults: [String]
    /// What whoever runs it should know, a sentence each; empty when there is nothing.
    public var advice: [String]

    public init(
        place: String, serverVersion: String? = nil, copies: [JournalCopy] = [], faults: [String] = [],
        advice: [String] = []
    ) {
        self.place = place
        self.serverVersion = serverVersion
        self.copies = copies
        self.faults = faults
        self.advice = advice
    }
}
