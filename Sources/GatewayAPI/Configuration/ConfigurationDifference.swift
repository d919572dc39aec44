/// Answer to `POST /v1/configuration/diff`: what applying a configuration would change.
public struct ConfigurationDifference: Codable, Hashable, Sendable {
    /// The version it was compared with; 0 when none is in force.
    public var version: Int
    /// Every change.
    public var changes: [Change]

    public init(version: Int, changes: [Change]) {
        self.version = version
        self.changes = changes
    }

    /// One change.
    public struct Change: Codable, Hashable, Sendable {
        /// Whether it is added, removed or changed.
        public var kind: Kind
        /// Where, such as `queues.billing.priority`.
        public var path: String
        /// What is there now; nil when it is added.
        public var before: String?
        /// What would be there; nil when it is removed.
        public var after: String?

        public init(kind: Kind, path: String, before: String?, after: String?) {
            self.kind = kind
            self.path = path
            self.before = before
            self.after = after
        }

        /// What happens to the place.
        public enum Kind: String, CaseIterable, Codable, Sendable {
            case added, removed, changed
        }
    }
}
