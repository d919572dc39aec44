import AsyncHTTPClient
public import GatewayAPI
import NIOCore
import NIOHTTP1

/// The events of an agent, or of the whole center, as they happen.
///
/// A stream that breaks is resumed behind the last event received; where the gateway no longer knows what came after
/// it, a `reset` with the whole state is the next element. It ends with an error that a retry cannot mend.
public struct EventStream: AsyncSequence, Sendable {
    public typealias Element = StreamEvent
    public typealias Failure = GatewayError

    let client: GatewayClient
    let path: String
    let after: String?

    public func makeAsyncIterator() -> Iterator { Iterator(client: client, path: path, lastID: after) }

    /// One reading of the stream.
    public struct Iterator: AsyncIteratorProtocol {
        let client: GatewayClient
        let path: String
        /// Id of the last event received; nil before the first.
        public private(set) var lastID: String?
        private var body: HTTPClientResponse.Body.AsyncIterator?
        private var parser = EventParser()
        private var failures = 0

        init(client: GatewayClient, path: String, lastID: String?) {
            self.client = client
            self.path = path
            self.lastID = lastID
        }

        public mutating func next() async throws(GatewayError) -> StreamEvent? {
            try await next(isolation: #isolation)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(GatewayError) -> StreamEvent? {
            while true {
                if let parsed = parser.next() {
                    if let id = parsed.id { lastID = id }
                    if let event = try parsed.typed(id: lastID) {
                        failures = 0
                        return event
                    }
                    continue
                }
                if Task.isCancelled { return nil }
                try await receive(isolation: actor)
            }
        }

        /// Takes in the next bytes, connecting first where there is no connection.
        private mutating func receive(isolation actor: isolated (any Actor)?) async throws(GatewayError) {
            guard var body else {
                try await connect()
                return
            }
            do {
                let bytes = try await body.next(isolation: actor)
                self.body = bytes == nil ? nil : body
                if let bytes { parser.append(bytes) }
            } catch {
                self.body = nil
            }
        }

        private mutating func connect() async throws(GatewayError) {
            parser = EventParser()
            var request = client.makeRequest(.get, path)
            request.headers.add(name: "Accept", value: "text/event-stream")
            if let lastID { request.headers.add(name: "Last-Event-ID", value: lastID) }
            var course = RequestCourse(name: "GET \(path)", key: nil, attempt: failures)
            var failure: GatewayError
            var asked: Duration?
            do {
                let response = try await client.transport.open(request)
                if response.status == .ok {
                    body = response.body.makeAsyncIterator()
                    failures = Swift.max(failures, 1)
                    return
                }
                let answer = try await client.transport.gather(response)
                failure = course.refused(answer)
                guard answer.mayPass else { throw failure }
                asked = answer.retryAfter
            } catch let error as GatewayError {
                throw error
            } catch {
                failure = course.failed(error)
            }
            failures += 1
            try await course.pause(after: failure, asked: asked, policy: client.transport.configuration.retries)
        }
    }
}
