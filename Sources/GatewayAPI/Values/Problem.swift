/// Why a request was not carried out: problem details as in RFC 9457, `application/problem+json`.
public struct Problem: Codable, Hashable, Sendable {
    /// Names the kind of problem: `urn:sundial:problem:` and the ``code``.
    public var type: String
    /// The kind of problem in a few words, always the same for a kind.
    public var title: String
    /// The HTTP status.
    public var status: Int
    /// What happened, to what, and what to do next.
    public var detail: String
    /// The kind of problem for programs, such as `not-found`.
    public var code: String
    /// Each thing that is wrong with the body, where there may be several; nil otherwise.
    public var errors: [Fault]?

    public init(code: String, title: String, status: Int, detail: String, errors: [Fault]? = nil) {
        type = Self.typePrefix + code
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.errors = errors
    }

    /// What every ``type`` begins with.
    public static let typePrefix = "urn:sundial:problem:"

    /// One thing that is wrong with a body.
    public struct Fault: Codable, Hashable, Sendable {
        /// What is wrong, and what would be right.
        public var message: String
        /// The field it is about, such as `attributes.vip`; nil when it is about none.
        public var field: String?
        /// Line of the text, from 1; nil for JSON.
        public var line: Int?
        /// Column of the line, from 1; nil for JSON.
        public var column: Int?

        public init(message: String, field: String? = nil, line: Int? = nil, column: Int? = nil) {
            self.message = message
            self.field = field
            self.line = line
            self.column = column
        }
    }
}
