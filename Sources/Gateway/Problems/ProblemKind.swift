/// Every kind of problem that the gateway answers with, its code and HTTP status.
enum ProblemKind: String, CaseIterable, Sendable {
    case malformedRequest = "malformed-request"
    case keyMissing = "idempotency-key-missing"
    case keyMalformed = "idempotency-key-malformed"
    case unauthorized
    case forbidden
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case wrongState = "wrong-state"
    case queueFull = "queue-full"
    case queueClosed = "queue-closed"
    case queueEmpty = "queue-empty"
    case commandExpired = "command-expired"
    case conflict
    case bodyTooLarge = "body-too-large"
    case unsupportedMediaType = "unsupported-media-type"
    case invalid
    case commandReused = "command-reused"
    case tooManyRequests = "too-many-requests"
    case tooManyStreams = "too-many-streams"
    case internalError = "internal-error"
    case overloaded
    case journalFull = "journal-full"
    case unavailable
    case draining
    case stalled
    case dataLoss = "data-loss"
    case timeout

    var status: Int {
        switch self {
        case .malformedRequest, .keyMissing, .keyMalformed: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .wrongState, .queueFull, .queueClosed, .queueEmpty, .commandExpired, .conflict: 409
        case .bodyTooLarge: 413
        case .unsupportedMediaType: 415
        case .invalid, .commandReused: 422
        case .tooManyRequests, .tooManyStreams: 429
        case .internalError: 500
        case .overloaded, .journalFull, .unavailable, .draining, .stalled, .dataLoss: 503
        case .timeout: 504
        }
    }

    var title: String {
        switch self {
        case .malformedRequest: "The request cannot be read"
        case .keyMissing: "An Idempotency-Key is needed"
        case .keyMalformed: "The Idempotency-Key is not a UUID of version 7"
        case .unauthorized: "A valid bearer token is needed"
        case .forbidden: "The bearer may not do this"
        case .notFound: "There is no such thing"
        case .methodNotAllowed: "The method is not known here"
        case .wrongState: "This cannot be done in the present state"
        case .queueFull: "The queue is full"
        case .queueClosed: "The queue is closed"
        case .queueEmpty: "Nobody serves the queue"
        case .commandExpired: "The Idempotency-Key is too old"
        case .conflict: "Something else came first"
        case .bodyTooLarge: "The body is too large"
        case .unsupportedMediaType: "The media type is not known here"
        case .invalid: "The request does not say what can be done"
        case .commandReused: "The Idempotency-Key was used with another body"
        case .tooManyRequests: "Too many requests"
        case .tooManyStreams: "Too many event streams"
        case .internalError: "Something went wrong in the node"
        case .overloaded: "The node is overloaded"
        case .journalFull: "The journal's store is full"
        case .unavailable: "The partition is not being served"
        case .draining: "The node is about to end"
        case .stalled: "The partition's journal takes nothing now"
        case .dataLoss: "The journal's store has lost records"
        case .timeout: "The outcome is unknown"
        }
    }
}
