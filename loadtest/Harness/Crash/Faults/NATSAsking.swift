import CNATS
import Cluster
import ClusterNATS
import Foundation

/// Requests to a NATS server in JSON, for what no node ever asks.
struct NATSAsking: Sendable {
    let connection: NATSConnection

    /// The answer to a request.
    ///
    /// - Throws: ``HarnessError/Code/node`` when none comes, or it is an error.
    func ask(_ subject: String, _ body: [String: Any]) async throws(HarnessError) -> [String: Any] {
        do {
            let question = [UInt8](try JSONSerialization.data(withJSONObject: body))
            let answer = try await connection.blocking { handle throws(ClusterError) in
                Self.answer(to: subject, question, over: handle)
            }
            guard let answer, let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any],
                object["error"] == nil
            else {
                let text = answer.map { String(decoding: $0, as: UTF8.self) } ?? "there is no answer"
                throw HarnessError(.node, "The NATS server refuses \(subject): \(text).")
            }
            return object
        } catch let error as HarnessError {
            throw error
        } catch {
            throw HarnessError(.node, "The NATS server does not answer \(subject): \(error).", cause: error)
        }
    }

    private static func answer(to subject: String, _ question: [UInt8], over handle: OpaquePointer) -> Data? {
        var answer: OpaquePointer?
        guard natsConnection_Request(&answer, handle, subject, question, Int32(question.count), 5_000) == NATS_OK,
            let bytes = natsMsg_GetData(answer)
        else { return nil }
        defer { natsMsg_Destroy(answer) }
        return Data(bytes: bytes, count: Int(natsMsg_GetDataLength(answer)))
    }
}
