/// Something that has happened to a ``NATSConnection``.
public enum NATSEvent: Hashable, Sendable {
    /// The server was lost; others are being tried.
    case disconnected
    /// A server was found again. What was published meanwhile, by anyone, has not arrived.
    case reconnected
    /// The connection has come to its end, on request or because its identity was refused twice.
    case closed
    /// Messages to a subscription were dropped since its handler was too slow; more may follow without notice.
    case slowConsumer(NATSSubject)
    /// The server has complained, of a permission for instance.
    case refused(String)
}
