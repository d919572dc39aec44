/// What one command brought about: the events to be journaled, and what to say once they are durable.
///
/// The owner keeps one and resets it between commands, so that its buffers are used again.
public struct FloorOutput: Sendable {
    /// Whether directives for supervisors are wanted.
    public var supervised: Bool
    /// What happened, in order; empty for a repetition and for an ``Command/Body/advance`` with nothing due.
    public var events: [Event] = []
    /// What is to be told, in order, once the events are durable.
    public var directives: [Directive] = []
    /// What other partitions are owed from now on, to be sent once the events are durable.
    public var letters: [Letter] = []
    /// Forwarded accepts that the command has settled, to be told once the events are durable.
    public var acceptances: [Acceptance] = []
    /// The command's answer, to be released once the events are durable.
    public var result: CommandResult = .done(.nothing)

    public init(supervised: Bool = false) {
        self.supervised = supervised
    }

    /// Forgets the last command's events, directives and result, and keeps the memory.
    public mutating func reset() {
        events.removeAll(keepingCapacity: true)
        directives.removeAll(keepingCapacity: true)
        if !letters.isEmpty { letters.removeAll(keepingCapacity: true) }
        if !acceptances.isEmpty { acceptances.removeAll(keepingCapacity: true) }
        result = .done(.nothing)
    }
}
