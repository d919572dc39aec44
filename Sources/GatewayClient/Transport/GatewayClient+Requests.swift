import AsyncHTTPClient
import FoundationEssentials
import GatewayAPI
import NIOCore
import NIOHTTP1

extension GatewayClient {
    /// What is done with a resource.
    enum Method: String {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// What a request carries.
    struct Content {
        let type: String
        let bytes: ByteBuffer

        static func json(_ value: some Encodable) throws(GatewayError) -> Content {
            do {
                return Content(type: "application/json", bytes: ByteBuffer(bytes: try JSONEncoder().encode(value)))
            } catch {
                throw GatewayError(.refused, "The body of the request cannot be written as JSON.", cause: error)
            }
        }

        /// JSON that is written already.
        init(json bytes: [UInt8]) {
            self.init(type: "application/json", bytes: ByteBuffer(bytes: bytes))
        }

        private init(type: String, bytes: ByteBuffer) {
            self.type = type
            self.bytes = bytes
        }

        static func bytes(_ bytes: [UInt8]) -> Content {
            Content(type: "application/octet-stream", bytes: ByteBuffer(bytes: bytes))
        }

        static func yaml(_ text: String) -> Content {
            Content(type: "application/yaml", bytes: ByteBuffer(string: text))
        }
    }

    /// Reads something.
    ///
    /// - Parameter patience: How long an attempt may take; nil for as long as any other.
    func get<Answer: Decodable>(
        _ path: String, patience: Duration? = nil
    ) async throws(GatewayError) -> Answer {
        try decode(try await send(.get, path, content: nil, key: nil, patience: patience))
    }

    /// Asks something that changes nothing, or that may be asked for twice.
    func ask<Answer: Decodable>(_ path: String, _ content: Content? = nil) async throws(GatewayError) -> Answer {
        try decode(try await send(.post, path, content: content, key: nil))
    }

    /// Sends a command and reads its answer.
    func command<Answer: Decodable>(
        _ path: String, _ content: Content? = nil, method: Method = .post, key: IdempotencyKey?
    ) async throws(GatewayError) -> Answer {
        try decode(try await send(method, path, content: content, key: key ?? transport.makeKey()))
    }

    /// Sends a command that has no answer but that it was carried out.
    func order(
        _ path: String, _ content: Content? = nil, method: Method = .post, key: IdempotencyKey?
    ) async throws(GatewayError) {
        _ = try await send(method, path, content: content, key: key ?? transport.makeKey())
    }

    /// Sends a request until it is answered for good or the retries are used up.
    func send(
        _ method: Method, _ path: String, content: Content?, key: IdempotencyKey?, patience: Duration? = nil,
        retries: RetryPolicy? = nil
    ) async throws(GatewayError) -> RawAnswer {
        var request = makeRequest(method, path)
        if let content {
            request.headers.add(name: "Content-Type", value: content.type)
            request.body = .bytes(content.bytes)
        }
        if let key { request.headers.add(name: "Idempotency-Key", value: key.description) }
        var course = RequestCourse(name: "\(method.rawValue) \(path)", key: key)
        while true {
            var failure: GatewayError
            var asked: Duration?
            do {
                let answer = try await transport.attempt(request, within: patience)
                if (200..<300).contains(answer.status) {
                    if let missing = answer.missingPartitions { transport.configuration.whenPartial(missing) }
                    return answer
                }
                failure = course.refused(answer)
                guard answer.mayPass else { throw failure }
                asked = answer.retryAfter
            } catch let error as GatewayError {
                throw error
            } catch {
                failure = course.failed(error)
            }
            try await course.pause(after: failure, asked: asked, policy: retries ?? transport.configuration.retries)
        }
    }

    func makeRequest(_ method: Method, _ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: transport.address + path)
        request.method = HTTPMethod(rawValue: method.rawValue)
        request.headers.add(name: "Authorization", value: authorization)
        return request
    }

    func decode<Answer: Decodable>(_ answer: RawAnswer) throws(GatewayError) -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: answer.data)
        } catch {
            throw GatewayError(
                .invalidAnswer,
                "The answer could not be read as \(Answer.self): client and gateway may be of different versions.",
                cause: error)
        }
    }

    /// A path's segment with everything escaped that is not a letter, digit, `.`, `-` or `_`.
    static func segment(_ text: String) -> String {
        let plain: (UInt8) -> Bool = { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        if text.utf8.allSatisfy(plain) { return text }
        return text.utf8.reduce(into: "") { result, byte in
            if plain(byte) {
                result.append(Character(UnicodeScalar(byte)))
            } else {
                result += "%" + String(byte >> 4, radix: 16, uppercase: true)
                result += String(byte & 0xF, radix: 16, uppercase: true)
            }
        }
    }
}
