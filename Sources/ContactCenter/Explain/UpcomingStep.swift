/// Something that happens to a contact by itself unless something else happens before.
public struct UpcomingStep: Hashable, Sendable {
    /// What.
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// Its requirement is widened.
        case ring
        /// It ends because it waited too long.
        case maximumWait
        /// Its offer ends unanswered.
        case offerDeadline
        /// Its wrap-up ends by itself.
        case wrapUpLimit
        /// The agent who did not take it may be offered it again.
        case exclusionEnds
        /// It is forgotten.
        case retention
        /// A rule of its queue moves it on.
        case overflow
        /// Its customer is called, or it waits for that to be its turn.
        case callback
        /// How the call to its customer turned out counts as unknown.
        case callDeadline
        /// A site of its queue opens.
        case siteOpens
        /// A site of its queue closes.
        case siteCloses
        /// It waits no longer for the agents it prefers.
        case preference

        /// Its name in API and command line.
        public var name: String {
            switch self {
            case .ring: "ring"
            case .maximumWait: "maximum-wait"
            case .offerDeadline: "offer-deadline"
            case .wrapUpLimit: "wrap-up-limit"
            case .exclusionEnds: "exclusion-ends"
            case .retention: "retention"
            case .overflow: "overflow"
            case .callback: "callback"
            case .callDeadline: "call-deadline"
            case .siteOpens: "site-opens"
            case .siteCloses: "site-closes"
            case .preference: "preference"
            }
        }
    }

    /// What happens.
    public var kind: Kind
    /// When it happens, unless something else comes first; nil when it waits for what may be at any time.
    public var at: Timestamp?
    /// A sentence for people.
    public var text: String

    public init(kind: Kind, at: Timestamp?, text: String) {
        self.kind = kind
        self.at = at
        self.text = text
    }
}
