/// How a call to a customer who asked for a callback turned out.
public enum CallbackOutcome: UInt8, CaseIterable, WireCode, Sendable {
    /// The customer is on the line.
    case answered
    /// The line was busy.
    case busy
    /// It rang, and nobody answered.
    case noAnswer
    /// The number cannot be called, or the call broke down.
    case failed
    /// Nobody said in time how it turned out.
    case unknown

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .answered: "answered"
        case .busy: "busy"
        case .noAnswer: "no-answer"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }
}
