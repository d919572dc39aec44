import Cluster
import FoundationEssentials
import GatewayAPI
import HTTPTypes
import Hummingbird
import NIOCore

/// What every request passes before it is carried out: token, role, pace, query, key, body.
struct OperationGate: Sendable {
    let tokens: any TokenStore
    let pacer: RequestPacer
    let limits: GatewayLimits
    /// The partitions that cannot be reached from here.
    let unreachable: @Sendable () -> [PartitionID]

    /// Names the partitions whose part an answer lacks, separated by commas.
    static let missing = HTTPField.Name("Sundial-Missing-Partitions") ?? .ifMatch

    /// Checks a request and carries it out.
    func respond(to request: Request, context: GatewayContext, as operation: Operation) async throws -> Response {
        let bearer = try admit(request, to: operation)
        let query = try readQuery(request, of: operation)
        let key = operation.isCommand ? try IdempotencyHeader.read(request.headers) : nil
        var json = JSONValue.null
        var text = ""
        var bytes: [UInt8] = []
        switch operation.body {
        case .none: try await rejectBody(request)
        case .json:
            try require("application/json", in: request)
            json = try parse(try await collect(request, upTo: limits.bodyBytes))
        case .yaml:
            try require("application/yaml", in: request)
            let bytes = try await collect(request, upTo: limits.configurationBytes)
            guard let read = String(validating: bytes.readableBytesView, as: UTF8.self) else {
                throw ProblemError(.malformedRequest, "The body is not valid UTF-8.")
            }
            text = read
        case .bytes:
            try require("application/octet-stream", in: request)
            bytes = Array(try await collect(request, upTo: limits.backupBytes).readableBytesView)
        }
        let call = Call(
            request: request, bearer: bearer, parameters: context.parameters, query: query, json: json, text: text,
            bytes: bytes, key: key)
        var response = try await operation.handle(call)
        if operation.asksAll {
            let missing = unreachable()
            if !missing.isEmpty {
                response.headers[Self.missing] = missing.map(\.description).joined(separator: ", ")
            }
        }
        return response
    }

    private func admit(_ request: Request, to operation: Operation) throws(ProblemError) -> Bearer? {
        guard let roles = operation.roles else { return nil }
        let header = request.headers[.authorization] ?? ""
        guard header.count > 7, header.prefix(7).lowercased() == "bearer " else {
            throw ProblemError(.unauthorized, "Send the header Authorization: Bearer and a token.")
        }
        let now = DateTime(microseconds: WallClock.microseconds)
        guard let token = tokens.token(of: header.dropFirst(7), at: now) else {
            throw ProblemError(
                .unauthorized, "The token is not known, was revoked or has expired: have another one made.")
        }
        if let pause = pacer.take(token.id, now: .now) {
            throw ProblemError(.tooManyRequests, "The token makes more requests than it may; slow down.")
                .retrying(after: pause)
        }
        guard roles.contains(token.role) else {
            let allowed = roles.map(\.rawValue).joined(separator: ", ")
            throw ProblemError(
                .forbidden, "A token of role \(token.role.rawValue) may not do this; it takes one of \(allowed).")
        }
        return Bearer(token)
    }

    private func readQuery(_ request: Request, of operation: Operation) throws(ProblemError) -> [String: String] {
        guard request.uri.query?.isEmpty == false else { return [:] }
        var result: [String: String] = [:]
        for (name, value) in request.uri.queryParameters {
            let name = String(name)
            guard operation.query.contains(where: { $0.name == name }) else {
                let known = operation.query.map(\.name).joined(separator: ", ")
                throw ProblemError(
                    .malformedRequest,
                    "There is no query parameter \(name.prefix(64)) here; known are: \(known.isEmpty ? "none" : known)."
                )
            }
            guard result.updateValue(String(value), forKey: name) == nil else {
                throw ProblemError(.malformedRequest, "The query parameter \(name) stands twice.")
            }
        }
        return result
    }

    private func require(_ type: String, in request: Request) throws(ProblemError) {
        let given = request.headers[.contentType] ?? ""
        let media = given.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard media == type else {
            let found = given.isEmpty ? "none" : String(given.prefix(64))
            throw ProblemError(.unsupportedMediaType, "The Content-Type must be \(type), not \(found).")
        }
    }

    private func collect(_ request: Request, upTo bound: Int) async throws -> ByteBuffer {
        let tooLarge = ProblemError(.bodyTooLarge, "The body may have at most \(bound) bytes.")
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bound { throw tooLarge }
        do {
            return try await request.body.collect(upTo: bound)
        } catch is NIOTooManyBytesError {
            throw tooLarge
        }
    }

    private func rejectBody(_ request: Request) async throws {
        guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else {
            guard request.headers[.transferEncoding] == nil else {
                throw ProblemError(.malformedRequest, "This takes no body.")
            }
            return
        }
        guard length == 0 else { throw ProblemError(.malformedRequest, "This takes no body.") }
    }

    private func parse(_ body: ByteBuffer) throws -> JSONValue {
        do {
            return try body.withUnsafeReadableBytes { try JSONParser.parse($0.bindMemory(to: UInt8.self)) }
        } catch let error as JSONError {
            throw ProblemError(
                .malformedRequest,
                "The body is not the JSON that is taken here: at byte \(error.offset), \(error.message).")
        }
    }
}
