/// Why a request has no answer.
enum NATSRequestFailure: Error, Sendable {
    /// It has not left this process, for this reason.
    case notSent(String)
    /// The server says that nobody listens: it has reached nobody.
    case noResponders
    /// It may have been received and carried out; why nothing came back.
    case unanswered(String)
}
