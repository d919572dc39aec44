/// Something that looks stuck, as `GET /v1/findings` shows it.
public struct Finding: Codable, Hashable, Sendable {
    /// What kind of thing it is about: `contact`, `agent`, `offer`, `queue`, `floor`, `partition`, `node`, `cluster`.
    public var subject: String
    /// Its id; the partition's for a floor, empty for the cluster as a whole.
    public var id: String
    /// How pressing it is: `note`, `warning` or `fault`.
    public var severity: String
    /// What is the matter, and why.
    public var message: String
    /// What would repair it; nil when nothing can be done from here.
    public var repair: Repair?

    public init(subject: String, id: String, severity: String, message: String, repair: Repair? = nil) {
        self.subject = subject
        self.id = id
        self.severity = severity
        self.message = message
        self.repair = repair
    }

    /// A repair: what it does, and the request that does it.
    public struct Repair: Codable, Hashable, Sendable {
        public var description: String
        /// HTTP method of the request.
        public var method: String
        /// Path of the request, such as `/v1/contacts/c0-12/requeue`.
        public var path: String

        public init(description: String, method: String, path: String) {
            self.description = description
            self.method = method
            self.path = path
        }
    }
}
