/// Where a contact stands in its life.
public enum ContactState: UInt8, CaseIterable, Sendable {
    case queued, offered, connected, held, wrapUp, ended

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .queued: "queued"
        case .offered: "offered"
        case .connected: "connected"
        case .held: "held"
        case .wrapUp: "wrap-up"
        case .ended: "ended"
        }
    }
}
