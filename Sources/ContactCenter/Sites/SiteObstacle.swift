/// What keeps a contact from the agents of a site.
public enum SiteObstacle: UInt8, CaseIterable, Sendable {
    /// The site is closed for the queue, or all its traffic is kept away.
    case closed
    /// Its agents have as many contacts as they may.
    case full
    /// The contact is for the share of another site.
    case share
    /// Nobody there may serve the contact at its ring.
    case nobody
    /// Nobody there who may serve it is free.
    case busy

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .closed: "closed"
        case .full: "full"
        case .share: "share"
        case .nobody: "nobody"
        case .busy: "busy"
        }
    }
}

extension SiteObstacle: WireCode {}
