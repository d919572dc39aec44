import GatewayAPI
import HTTPTypes
import Hummingbird

/// One method of one path: what it takes, who may call it, what it answers, and how it is done.
///
/// Routes, checks and the API's description are all made of these, so that none can lack what another has.
struct Operation: Sendable {
    /// Its name in the description and in metrics, such as `openContact`.
    let id: String
    /// What it does, in a sentence.
    let summary: String
    let method: HTTPRequest.Method
    /// Such as `/v1/contacts/{contact}/hold`; what is in braces is named by ``PathParameter``.
    let path: String
    /// Who may call it; nil for anyone, without a token.
    var roles: [Token.Role]? = Token.Role.allCases
    var query: [QueryParameter] = []
    var body: BodyKind = .none
    /// Whether it changes something and so takes an `Idempotency-Key`.
    var isCommand = false
    /// Whether all partitions are asked, so that its answer names those that could not be.
    var asksAll = false
    var answer: AnswerKind
    /// Statuses of problems beyond those that follow from the rest.
    var refusals: [Int] = []
    let handle: @Sendable (Call) async throws -> Response

    /// What a request carries.
    enum BodyKind: Hashable, Sendable {
        case none
        /// JSON of the schema of this name.
        case json(String)
        /// YAML text, whose document is of this schema.
        case yaml(JSONValue)
        /// Bytes that are no text.
        case bytes
    }

    /// What a request is answered with when it is carried out.
    enum AnswerKind: Hashable, Sendable {
        case noContent
        /// JSON of the schema of this name.
        case json(status: Int, String)
        case text(String)
        /// Bytes that are no text.
        case bytes
        /// Server-sent events of these kinds, without end.
        case events([StreamedEvent])
    }

    /// One parameter of the query.
    struct QueryParameter: Sendable {
        let name: String
        let summary: String
        let schema: JSONValue
    }

    /// Names of the parameters in the path.
    var pathParameters: [PathParameter] {
        path.split(separator: "/").compactMap { part in
            part.hasPrefix("{") ? PathParameter(rawValue: String(part.dropFirst().dropLast())) : nil
        }
    }

    /// Every status that it may be answered with beside success, in rising order.
    var problemStatuses: [Int] {
        var statuses = Set(refusals)
        if roles != nil { statuses.formUnion([400, 401, 429, 503, 504]) }
        if let roles, roles.count < Token.Role.allCases.count || !pathParameters.isEmpty { statuses.insert(403) }
        if !pathParameters.isEmpty { statuses.insert(404) }
        if isCommand { statuses.formUnion([400, 409, 422]) }
        if body != .none { statuses.formUnion([400, 413, 415, 422]) }
        return statuses.sorted()
    }
}
