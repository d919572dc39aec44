/// Where a contact stands in its life.
public enum ContactState: UInt8, CaseIterable, Sendable {
    case queued, offered, connected, held, wrapUp, ended
    /// The customer is to be called back at a time, and the contact does not wait until then.
    case scheduled
    /// The customer is being called back.
    case dialing

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .queued: "queued"
        case .offered: "offered"
        case .connected: "connected"
        case .held: "held"
        case .wrapUp: "wrap-up"
        case .ended: "ended"
        case .scheduled: "scheduled"
        case .dialing: "dialing"
        }
    }
}
