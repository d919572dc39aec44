import CNATS
import Cluster
import Dispatch
import Synchronization

/// Requests over one connection and one inbox, with a table of those that wait for their answers.
///
/// Requests leave in the order of the calls, whatever their length: on the calling thread while the server has confirmed
/// enough for the socket not to be full, else from a queue of their own, since libnats blocks then. A request ends exactly once: by its answers, by its deadline, by the loss of the server,
/// by the caller's cancellation, or by ``close()``; what comes later is dropped. At most as many wait as callers do.
final class NATSRequests: Sendable {
    private typealias Outcome = Result<[NATSAnswer], NATSRequestFailure>

    private struct Pending {
        let continuation: CheckedContinuation<Outcome, Never>
        let subject: String
        let deadline: ContinuousClock.Instant
        let hasManyAnswers: Bool
        var answers: [NATSAnswer] = []
    }

    private struct State {
        var subscription: NATSSubscription?
        var pending: [UInt64: Pending] = [:]
        var nextID: UInt64 = 0
        /// How many requests wait in the queue: none overtakes them.
        var queued = 0
        var isSweeping = false
        var isClosed = false
    }

    /// How often deadlines are looked at while requests wait.
    private static let sweepPace: DispatchTimeInterval = .milliseconds(20)

    private let connection: NATSConnection
    private let inbox: String
    private let queue = DispatchQueue(label: "nats.requests")
    private let state = Mutex(State())

    private init(_ connection: NATSConnection) {
        self.connection = connection
        inbox = "_INBOX.\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).r"
    }

    /// Subscribes to a new inbox.
    ///
    /// - Throws: ``ClusterError`` as ``NATSConnection/subscribe(to:pendingBound:handler:)`` does.
    static func open(on connection: NATSConnection) async throws(ClusterError) -> NATSRequests {
        let requests = NATSRequests(connection)
        let prefix = requests.inbox.utf8.count + 1
        let subscription = try await connection.subscribe(to: NATSSubject(requests.inbox + ".*")) {
            [weak requests] message in
            guard let id = UInt64(message.subject.dropFirst(prefix), radix: 36) else { return }
            requests?.received(message, for: id)
        }
        requests.state.withLock { $0.subscription = subscription }
        connection.observe { [weak requests] event in
            switch event {
            case .disconnected, .closed: requests?.endAll("the server was lost")
            case .refused(let reason): requests?.endRefused(reason)
            case .reconnected, .slowConsumer: break
            }
        }
        return requests
    }

    /// The one answer to a request.
    func answer(to request: NATSRequest) async throws(NATSRequestFailure) -> NATSAnswer {
        guard let answer = try await answers(to: request).first else { throw .unanswered("nothing came back") }
        return answer
    }

    /// All answers to a request, the last of them with its status if there are many.
    func answers(to request: NATSRequest) async throws(NATSRequestFailure) -> [NATSAnswer] {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { enter($0, request, id) }
        } onCancel: {
            end(id, .failure(.unanswered("the caller was cancelled")))
        }
        return try outcome.get()
    }

    /// Ends every request that waits, and takes no more.
    func close() {
        let subscription = state.withLock { state in
            state.isClosed = true
            defer { state.subscription = nil }
            return state.subscription
        }
        endAll("the journal was closed")
        withExtendedLifetime(subscription) {}
    }

    private func enter(_ continuation: CheckedContinuation<Outcome, Never>, _ request: NATSRequest, _ id: UInt64) {
        let deadline = ContinuousClock.now + request.patience
        let (refusal, beginsSweep) = state.withLock { state -> (String?, Bool) in
            if state.isClosed { return ("the journal was closed", false) }
            if Task.isCancelled { return ("the caller was cancelled", false) }
            state.pending[id] = Pending(
                continuation: continuation, subject: request.subject, deadline: deadline,
                hasManyAnswers: request.hasManyAnswers)
            defer { state.isSweeping = true }
            return (nil, !state.isSweeping)
        }
        if let refusal { return continuation.resume(returning: .failure(.notSent(refusal))) }
        send(request, id)
        if beginsSweep { queue.asyncAfter(deadline: .now() + Self.sweepPace) { self.sweep() } }
    }

    private func send(_ request: NATSRequest, _ id: UInt64) {
        if state.withLock({ $0.queued == 0 }), connection.sendAtOnce(request.size, { publish(request, id) }) { return }
        state.withLock { $0.queued += 1 }
        queue.async {
            self.publish(request, id)
            self.state.withLock { $0.queued -= 1 }
        }
    }

    private func publish(_ request: NATSRequest, _ id: UInt64) {
        guard state.withLock({ $0.pending[id] != nil }) else { return }
        guard connection.isConnected else { return end(id, .failure(.notSent("there is no server now"))) }
        var message: OpaquePointer?
        let reply = "\(inbox).\(String(id, radix: 36))"
        var status = natsMsg_Create(
            &message, request.subject, reply, request.bytes, Int32(clamping: request.bytes.count))
        defer { natsMsg_Destroy(message) }
        for header in request.headers where status == NATS_OK {
            status = natsMsgHeader_Set(message, header.name, header.value)
        }
        guard status == NATS_OK else { return end(id, .failure(.notSent(Self.text(status)))) }
        status = connection.withHandle { natsConnection_PublishMsg($0, message) }
        switch status {
        case NATS_OK: break
        case NATS_MAX_PAYLOAD, NATS_CONNECTION_CLOSED, NATS_DRAINING, NATS_INSUFFICIENT_BUFFER, NATS_INVALID_SUBJECT,
            NATS_NO_SERVER_SUPPORT:
            end(id, .failure(.notSent(Self.text(status))))
        default: end(id, .failure(.unanswered(Self.text(status))))
        }
    }

    private func received(_ message: borrowing NATSMessage, for id: UInt64) {
        if message.isNoResponders { return end(id, .failure(.noResponders)) }
        let answer = NATSAnswer(message)
        let complete: (CheckedContinuation<Outcome, Never>, [NATSAnswer])? = state.withLock { state in
            guard var pending = state.pending.removeValue(forKey: id) else { return nil }
            pending.answers.append(answer)
            if !pending.hasManyAnswers || answer.status != nil { return (pending.continuation, pending.answers) }
            state.pending[id] = pending
            return nil
        }
        if let (continuation, answers) = complete { continuation.resume(returning: .success(answers)) }
    }

    private func end(_ id: UInt64, _ outcome: Outcome) {
        let pending = state.withLock { $0.pending.removeValue(forKey: id) }
        pending?.continuation.resume(returning: outcome)
    }

    private func endAll(_ reason: String) {
        let pending = state.withLock { state in
            defer { state.pending.removeAll() }
            return state.pending.values.map(\.continuation)
        }
        for continuation in pending { continuation.resume(returning: .failure(.unanswered(reason))) }
    }

    /// Ends the requests that the server complains of: it has not passed them on.
    private func endRefused(_ reason: String) {
        let refused = state.withLock { state in
            let refused = state.pending.filter { reason.contains("\"\($0.value.subject)\"") }
            for id in refused.keys { state.pending[id] = nil }
            return refused.values.map(\.continuation)
        }
        let text = "\(reason): give this user that permission in the servers' accounts"
        for continuation in refused { continuation.resume(returning: .failure(.notSent(text))) }
    }

    private func sweep() {
        let now = ContinuousClock.now
        let (expired, goesOn) = state.withLock { state in
            let expired = state.pending.filter { $0.value.deadline <= now }
            for id in expired.keys { state.pending[id] = nil }
            state.isSweeping = !state.pending.isEmpty
            return (expired.values.map(\.continuation), state.isSweeping)
        }
        for continuation in expired { continuation.resume(returning: .failure(.unanswered("no answer in time"))) }
        if goesOn { queue.asyncAfter(deadline: .now() + Self.sweepPace) { self.sweep() } }
    }

    private static func text(_ status: natsStatus) -> String {
        String(cString: natsStatus_GetText(status))
    }
}
