public import ContactCenter

/// How a command turned out, as far as its sender knows.
public struct InvocationOutcome: Hashable, Sendable {
    /// The invocation that it answers.
    public var number: UInt64
    /// What is known of it.
    public var result: Result

    public init(number: UInt64, result: Result) {
        self.number = number
        self.result = result
    }

    /// What is known.
    public enum Result: Hashable, Sendable {
        /// It was carried out; with the contact that was opened, when it opened one.
        case ok(ContactID?)
        /// It was refused and had no effect; with the name of the reason.
        case failed(String)
        /// No answer came: it may have been carried out, and may still be.
        case unknown
    }
}

extension InvocationOutcome {
    /// The outcome that a result says.
    public init(number: UInt64, result: CommandResult) {
        self.number = number
        self.result =
            switch result {
            case .done(.opened(let contact, _)), .done(.openedDuring(let contact, _, _)): .ok(contact)
            case .done(.diverted(let view, _)): .ok(view.id)
            case .done(.consulting(let contact)): .ok(contact)
            case .done: .ok(nil)
            case .refused(let refusal): .failed(refusal.code.name)
            }
    }
}
