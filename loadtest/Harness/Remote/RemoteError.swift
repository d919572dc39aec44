/// Why remote calls could not be measured.
public struct RemoteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, and what to do next: a sentence for people.
    public let message: String

    init(_ message: String) {
        self.message = message
    }

    public var description: String { message }
}
