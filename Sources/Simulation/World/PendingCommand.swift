import ContactCenter

/// A command that was sent and whose result is not known yet; it is repeated under the same id until it is.
struct PendingCommand: Sendable {
    /// Its number in the history.
    let number: UInt64
    let command: Command
}
