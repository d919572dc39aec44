import FoundationEssentials
import GatewayAPI
import HTTPTypes
import Hummingbird

/// A request that ends with problem details.
struct ProblemError: Error {
    let kind: ProblemKind
    /// What happened, to what, and what to do next.
    let detail: String
    var errors: [Problem.Fault]?
    /// Header fields beside the content's.
    var headers = HTTPFields()

    init(_ kind: ProblemKind, _ detail: String, errors: [Problem.Fault]? = nil) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
        if kind == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"sundial\"" }
    }

    /// That these things are wrong with what was sent, which is called so.
    init(_ faults: [Problem.Fault], with what: String) {
        let count = faults.count == 1 ? "One thing is" : "\(faults.count) things are"
        self.init(.invalid, "\(count) wrong with the \(what), as listed.", errors: faults)
    }

    /// With a header that says after how long to try again, rounded up to whole seconds.
    func retrying(after pause: Duration) -> ProblemError {
        var error = self
        let seconds = pause.components.seconds + (pause.components.attoseconds > 0 ? 1 : 0)
        error.headers[.retryAfter] = String(max(1, seconds))
        return error
    }

    var response: Response {
        let problem = Problem(
            code: kind.rawValue, title: kind.title, status: kind.status, detail: detail, errors: errors)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(problem)) ?? Data()
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return Response(
            status: .init(code: kind.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
