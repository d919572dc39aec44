import CNATS
import Dispatch
import Synchronization

/// What libnats itself achieves: requests of 128 bytes to a subscription that sends them back.
///
/// It blocks, so it is measured on a queue of its own.
struct RawNATS: Sendable {
    private static let subject = "sundial.loadtest.echo"
    private static let inbox = "sundial.loadtest.inbox"

    let url: String
    let payload: [UInt8]

    /// How long single requests take, one after another; bytes are sent at once.
    func latencies(requests: Int) throws(RemoteError) -> Latencies {
        try withEcho(sendsAtOnce: true) { caller throws(RemoteError) in
            for _ in 0..<requests / 10 { try caller.request(Self.subject, payload) }
            let clock = ContinuousClock()
            var samples: [Int] = []
            samples.reserveCapacity(requests)
            for _ in 0..<requests {
                let start = clock.now
                try caller.request(Self.subject, payload)
                samples.append(Int((clock.now - start) / .nanoseconds(1)))
            }
            return Latencies(nanoseconds: samples)
        }
    }

    /// Requests a second with so many outstanding.
    ///
    /// - Parameter sendsAtOnce: Whether bytes are sent at once, as a node's connections do, or gather for a
    ///   millisecond, which suits rates alone.
    func rate(outstanding: Int, requests: Int, sendsAtOnce: Bool) throws(RemoteError) -> Double {
        try withEcho(sendsAtOnce: sendsAtOnce) { caller throws(RemoteError) in
            let run = RawRun(requests: requests, payload: payload)
            let state = Unmanaged.passRetained(run)
            var answers: OpaquePointer?
            try RemoteError.check(
                natsConnection_Subscribe(
                    &answers, caller.handle, Self.inbox,
                    { connection, _, message, run in
                        natsMsg_Destroy(message)
                        guard let connection, let run else { return }
                        Unmanaged<RawRun>.fromOpaque(run).takeUnretainedValue().answered(on: connection)
                    }, state.toOpaque()))
            natsSubscription_SetPendingLimits(answers, -1, -1)
            natsSubscription_SetOnCompleteCB(
                answers, { if let run = $0 { Unmanaged<RawRun>.fromOpaque(run).release() } }, state.toOpaque())
            let start = ContinuousClock.now
            for _ in 0..<outstanding { run.send(on: caller.handle) }
            run.waitForEnd()
            let duration = ContinuousClock.now - start
            natsSubscription_Destroy(answers)
            return Double(requests) / (duration / .seconds(1))
        }
    }

    /// Runs `body` with a connection beside another that sends back whatever it is asked.
    private func withEcho<Result>(
        sendsAtOnce: Bool, _ body: (RawConnection) throws(RemoteError) -> Result
    ) throws(RemoteError) -> Result {
        let caller = try RawConnection(to: url, sendsAtOnce: sendsAtOnce)
        let callee = try RawConnection(to: url, sendsAtOnce: sendsAtOnce)
        let questions = try callee.echo(Self.subject)
        defer { natsSubscription_Destroy(questions) }
        return try body(caller)
    }

    /// Requests that follow one another: each answer sends the next.
    private final class RawRun: Sendable {
        private let requests: Int
        private let payload: [UInt8]
        private let sent = Atomic(0)
        private let received = Atomic(0)
        private let end = DispatchSemaphore(value: 0)

        init(requests: Int, payload: [UInt8]) {
            self.requests = requests
            self.payload = payload
        }

        func send(on connection: OpaquePointer) {
            guard sent.wrappingAdd(1, ordering: .relaxed).oldValue < requests else { return }
            natsConnection_PublishRequest(
                connection, RawNATS.subject, RawNATS.inbox, payload, Int32(payload.count))
        }

        func answered(on connection: OpaquePointer) {
            send(on: connection)
            if received.wrappingAdd(1, ordering: .relaxed).newValue == requests { end.signal() }
        }

        func waitForEnd() { end.wait() }
    }
}
