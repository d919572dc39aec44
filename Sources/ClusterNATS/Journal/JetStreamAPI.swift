import Cluster
import Foundation

/// The requests to JetStream that a journal needs, each answered by the server that leads the stream.
struct JetStreamAPI: Sendable {
    /// What is told of an account.
    struct Account: Decodable, Sendable {
        struct Limits: Decodable, Sendable {
            let storage: Int?
            private enum CodingKeys: String, CodingKey { case storage = "max_storage" }
        }

        let storage: Int?
        let limits: Limits?

        /// Bytes that the account may still store; nil when it has no limit.
        var free: Int? {
            guard let limit = limits?.storage, limit >= 0 else { return nil }
            return max(0, limit - (storage ?? 0))
        }
    }

    private struct Nothing: Encodable {}
    private struct Done: Decodable {}
    private struct Filter: Encodable {
        let filter: String
        private enum CodingKeys: String, CodingKey { case filter = "subjects_filter" }
    }
    private struct Purge: Encodable {
        var seq: UInt64?
        var filter: String?
    }
    private struct Place: Encodable {
        var seq: UInt64?
        var subject: String?
        private enum CodingKeys: String, CodingKey {
            case seq
            case subject = "last_by_subj"
        }
    }
    private struct Range: Encodable {
        let seq: UInt64
        let batch: Int
        let bytes: Int
        private enum CodingKeys: String, CodingKey {
            case seq, batch
            case bytes = "max_bytes"
        }
    }
    private struct StoredMessage: Decodable {
        struct Content: Decodable {
            let seq: UInt64
            let data: Data?
            /// The headers as they were sent.
            let hdrs: Data?
        }
        let message: Content
    }
    private struct Failed: Decodable {
        let error: JetStreamRefusal?
    }
    private struct Acknowledgement: Decodable {
        let seq: UInt64
    }

    /// The header of a message that says which sequence the stream must end with.
    static let condition = "Nats-Expected-Last-Sequence"

    let requests: NATSRequests
    /// What every request's subject begins with, without the last dot.
    let prefix: String
    let patience: Duration
    /// How long a look at a stream waits for its answer.
    let lookPatience: Duration

    /// Makes a stream; one that is there with the same configuration is left as it is.
    func create(_ stream: StreamConfiguration) async throws(JetStreamFailure) -> StreamInfo {
        try await ask("STREAM.CREATE.\(stream.name)", stream)
    }

    /// What a stream is and holds; `filter` has its subjects counted.
    func info(_ stream: String, countingSubjects filter: String? = nil) async throws(JetStreamFailure) -> StreamInfo {
        guard let filter else { return try await ask("STREAM.INFO.\(stream)", Nothing(), patience: lookPatience) }
        return try await ask("STREAM.INFO.\(stream)", Filter(filter: filter))
    }

    /// What the account has stored and may store.
    func account() async throws(JetStreamFailure) -> Account {
        try await ask("INFO", Nothing())
    }

    /// Lets go of a stream's messages before `sequence`, or of those whose subject fits `filter`.
    func purge(
        _ stream: String, before sequence: UInt64? = nil, filter: String? = nil
    ) async throws(JetStreamFailure) {
        let _: Done = try await ask("STREAM.PURGE.\(stream)", Purge(seq: sequence, filter: filter))
    }

    /// Writes a message into a stream; `last` is the sequence that the stream must end with, nil for any.
    ///
    /// - Returns: The message's sequence.
    func publish(
        _ bytes: [UInt8], to subject: String, of stream: String, behind last: UInt64? = nil, patience: Duration
    ) async throws(JetStreamFailure) -> UInt64 {
        var request = NATSRequest(subject: subject, bytes: bytes, patience: patience)
        request.headers.append(("Nats-Expected-Stream", stream))
        if let last { request.headers.append((Self.condition, String(last))) }
        let answer = try await answer(to: request).bytes
        if let sequence = Self.sequence(acknowledgedIn: answer) { return sequence }
        let acknowledgement: Acknowledgement = try Self.decode(answer)
        return acknowledgement.seq
    }

    /// The message at `sequence`, or the last of `subject`, as the leader has it; nil when there is none.
    func message(
        of stream: String, at sequence: UInt64? = nil, subject: String? = nil
    ) async throws(JetStreamFailure) -> FoundMessage? {
        do throws(JetStreamFailure) {
            let stored: StoredMessage = try await ask(
                "STREAM.MSG.GET.\(stream)", Place(seq: sequence, subject: subject))
            return FoundMessage(
                bytes: stored.message.data.map { [UInt8]($0) } ?? [],
                isConditional: stored.message.hdrs?.firstRange(of: Data(Self.condition.utf8)) != nil)
        } catch {
            if case .refused(let refusal) = error, refusal.number == JetStreamRefusal.noMessage { return nil }
            throw error
        }
    }

    /// The last message of `subject` as any server that holds the stream has it; nil when that has none.
    func anyMessage(of stream: String, subject: String) async throws(JetStreamFailure) -> [UInt8]? {
        var request = try request("DIRECT.GET.\(stream)", Place(subject: subject))
        request.patience = lookPatience
        let answer = try await answer(to: request)
        return answer.status == nil ? answer.bytes : nil
    }

    /// Messages in order from `sequence` on, as any server that holds the stream has them.
    func messages(
        of stream: String, from sequence: UInt64, count: Int, bytes: Int
    ) async throws(JetStreamFailure) -> [NATSAnswer] {
        var request = try request(
            "DIRECT.GET.\(stream)", Range(seq: sequence, batch: count, bytes: max(1, bytes)))
        request.hasManyAnswers = true
        request.patience = lookPatience
        do throws(NATSRequestFailure) {
            return try await requests.answers(to: request).filter { $0.status == nil }
        } catch {
            throw .request(error)
        }
    }

    /// The sequence in an acknowledgement as servers write it, `{"stream":"…","seq":4711}`; nil for anything else, which
    /// is to be decoded. Every append waits for this, and decoding takes several times as long.
    private static func sequence(acknowledgedIn answer: [UInt8]) -> UInt64? {
        let middle = Array(#"","seq":"#.utf8)
        let end = answer.drop { $0 != UInt8(ascii: ",") }
        guard answer.starts(with: #"{"stream":""#.utf8), answer.last == UInt8(ascii: "}"),
            answer.dropLast(end.count).last == middle.first, end.starts(with: middle.dropFirst())
        else { return nil }
        return UInt64(String(decoding: end.dropFirst(middle.count - 1).dropLast(), as: UTF8.self))
    }

    private func ask<Answer: Decodable>(
        _ name: String, _ body: some Encodable, patience: Duration? = nil
    ) async throws(JetStreamFailure) -> Answer {
        var request = try request(name, body)
        if let patience { request.patience = patience }
        return try Self.decode(try await answer(to: request).bytes)
    }

    private func request(_ name: String, _ body: some Encodable) throws(JetStreamFailure) -> NATSRequest {
        do {
            let bytes = [UInt8](try JSONEncoder().encode(body))
            return NATSRequest(subject: "\(prefix).\(name)", bytes: bytes, patience: patience)
        } catch {
            throw .unreadable("\(error)")
        }
    }

    private func answer(to request: NATSRequest) async throws(JetStreamFailure) -> NATSAnswer {
        do throws(NATSRequestFailure) { return try await requests.answer(to: request) } catch {
            throw .request(error)
        }
    }

    private static func decode<Answer: Decodable>(_ bytes: [UInt8]) throws(JetStreamFailure) -> Answer {
        let data = Data(bytes)
        let refusal: JetStreamRefusal?
        do { refusal = try JSONDecoder().decode(Failed.self, from: data).error } catch {
            throw .unreadable("\(error)")
        }
        if let refusal { throw .refused(refusal) }
        do { return try JSONDecoder().decode(Answer.self, from: data) } catch { throw .unreadable("\(error)") }
    }
}
