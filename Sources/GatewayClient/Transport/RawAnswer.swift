import FoundationEssentials
import GatewayAPI
import NIOCore
import NIOHTTP1

/// An answer as it came.
struct RawAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: ByteBuffer

    var data: Data { Data(body.readableBytesView) }

    /// The problem details it carries; nil when it carries none.
    var problem: Problem? { try? JSONDecoder().decode(Problem.self, from: data) }

    /// The partitions whose part it lacks, separated by commas; nil when it lacks none.
    var missingPartitions: String? { headers.first(name: "Sundial-Missing-Partitions") }

    /// How long the gateway asks to wait; nil when it does not.
    var retryAfter: Duration? {
        guard let text = headers.first(name: "Retry-After"), let seconds = Double(text), seconds >= 0 else {
            return nil
        }
        return .seconds(min(seconds, 3600))
    }

    /// Whether what was asked for may have been carried out although this says that it failed.
    var leavesDoubt: Bool {
        switch status {
        case 504: true
        case 503: !["overloaded", "journal-full", "draining", "stalled"].contains(problem?.code)
        default: false
        }
    }

    /// Whether the same request may do better later.
    var mayPass: Bool { status == 429 || status == 503 || status == 504 }
}

extension OpenedContact {
    /// Reads the answer to `POST /v1/contacts`.
    init(_ answer: RawAnswer) throws(GatewayError) {
        do {
            self = try answer.body.withUnsafeReadableBytes { bytes in
                try OpenedContact(json: bytes.bindMemory(to: UInt8.self))
            }
        } catch {
            throw GatewayError(.invalidAnswer, "The answer to an opened contact could not be read.", cause: error)
        }
    }
}
