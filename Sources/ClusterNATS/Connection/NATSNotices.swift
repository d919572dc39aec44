import CNATS
import Synchronization

/// What libnats tells of one connection, from a thread of its own.
///
/// libnats is given a number, not a pointer: a notice that comes after the connection's end finds nothing.
final class NATSNotices: Sendable {
    private struct State {
        var observers: [@Sendable (NATSEvent) -> Void] = []
        var subjects: [UInt: NATSSubject] = [:]
        var reconnections = 0
        var isClosed = false
    }

    private static let all = Mutex<[UInt: NATSNotices]>([:])
    private static let nextNumber = Atomic<UInt>(1)

    private let number: UInt
    private let state = Mutex(State())
    private let connected = Atomic(true)

    init() {
        number = Self.nextNumber.wrappingAdd(1, ordering: .relaxed).oldValue
        Self.all.withLock { $0[number] = self }
    }

    var isConnected: Bool { connected.load(ordering: .acquiring) }
    var isClosed: Bool { state.withLock { $0.isClosed } }
    var reconnections: Int { state.withLock { $0.reconnections } }

    /// Has libnats tell of connections that are made with `options`.
    func ask(_ options: OpaquePointer) {
        let number = UnsafeMutableRawPointer(bitPattern: number)
        natsOptions_SetDisconnectedCB(options, { _, number in NATSNotices.post(.disconnected, number) }, number)
        natsOptions_SetReconnectedCB(options, { _, number in NATSNotices.post(.reconnected, number) }, number)
        natsOptions_SetClosedCB(options, { _, number in NATSNotices.post(.closed, number) }, number)
        natsOptions_SetErrorHandler(
            options,
            { connection, subscription, status, number in
                // The subscription may be no more: only the pointer's number is looked at.
                if status == NATS_SLOW_CONSUMER {
                    NATSNotices.postSlow(UInt(bitPattern: subscription), number)
                } else {
                    var reason: UnsafePointer<CChar>?
                    natsConnection_GetLastError(connection, &reason)
                    let text = reason.map { String(cString: $0) } ?? ""
                    NATSNotices.post(
                        .refused(text.isEmpty ? String(cString: natsStatus_GetText(status)) : text), number)
                }
            }, number)
    }

    func observe(_ observer: @escaping @Sendable (NATSEvent) -> Void) {
        state.withLock { $0.observers.append(observer) }
    }

    /// Enters the subject of a subscription, to be told with what happens to it.
    func enter(_ subscription: OpaquePointer, _ subject: NATSSubject) {
        state.withLock { $0.subjects[UInt(bitPattern: subscription)] = subject }
    }

    /// Forgets a subscription.
    func forget(_ subscription: OpaquePointer) {
        state.withLock { $0.subjects[UInt(bitPattern: subscription)] = nil }
    }

    /// Takes no more notices.
    func withdraw() {
        Self.all.withLock { $0[number] = nil }
    }

    private static func find(_ number: UnsafeMutableRawPointer?) -> NATSNotices? {
        all.withLock { $0[UInt(bitPattern: number)] }
    }

    private static func post(_ event: NATSEvent, _ number: UnsafeMutableRawPointer?) {
        find(number)?.post(event)
    }

    private static func postSlow(_ subscription: UInt, _ number: UnsafeMutableRawPointer?) {
        guard let notices = find(number) else { return }
        guard let subject = notices.state.withLock({ $0.subjects[subscription] }) else { return }
        notices.post(.slowConsumer(subject))
    }

    private func post(_ event: NATSEvent) {
        let observers = state.withLock { state in
            if event == .closed { state.isClosed = true }
            if event == .reconnected { state.reconnections += 1 }
            return state.observers
        }
        switch event {
        case .disconnected, .closed: connected.store(false, ordering: .releasing)
        case .reconnected: connected.store(true, ordering: .releasing)
        case .slowConsumer, .refused: break
        }
        for observer in observers { observer(event) }
    }
}
