/// A site, as `GET /v1/sites` shows it.
public struct Site: Codable, Hashable, Sendable {
    /// The site's id.
    public var id: String
    /// IANA name of its time zone.
    public var timeZone: String
    /// Whether its own calendar has it open, and not all traffic is kept away from it.
    public var isOpen: Bool
    /// When its own calendar opens or closes it next; nil for never.
    public var changesAt: DateTime?
    /// The share of its contacts that it is left with; 1 unless traffic is kept away from it.
    public var share: Double
    /// Why traffic is kept away from it; nil when none is.
    public var reason: String?
    /// The most contacts that its agents may have; nil for no limit.
    public var capacity: Int?
    /// Contacts that its agents have in hand or are offered.
    public var contacts: Int
    /// Its agents who are signed in.
    public var signedIn: Int
    /// Its agents who are available and have nothing in hand.
    public var idle: Int

    public init(
        id: String, timeZone: String, isOpen: Bool, changesAt: DateTime?, share: Double, reason: String?,
        capacity: Int?, contacts: Int, signedIn: Int, idle: Int
    ) {
        self.id = id
        self.timeZone = timeZone
        self.isOpen = isOpen
        self.changesAt = changesAt
        self.share = share
        self.reason = reason
        self.capacity = capacity
        self.contacts = contacts
        self.signedIn = signedIn
        self.idle = idle
    }
}
