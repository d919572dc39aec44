import ContactCenter
import GatewayAPI

extension ContactCallback {
    /// A callback as the API shows it.
    init(_ callback: Callback) {
        self.init(
            number: callback.number, due: callback.due.map { DateTime($0) }, slot: callback.slot.map { DateTime($0) },
            timeZone: callback.timeZone, attempts: callback.attempts,
            lastOutcome: callback.lastOutcome.map { Outcome($0) })
    }
}

extension ContactCallback.Outcome {
    init(_ outcome: CallbackOutcome) {
        self =
            switch outcome {
            case .answered: .answered
            case .busy: .busy
            case .noAnswer: .noAnswer
            case .failed: .failed
            case .unknown: .unknown
            }
    }

    /// The outcome in the domain.
    var domain: CallbackOutcome {
        switch self {
        case .answered: .answered
        case .busy: .busy
        case .noAnswer: .noAnswer
        case .failed: .failed
        case .unknown: .unknown
        }
    }
}

extension ContactMessage {
    /// A message as the API shows it.
    init(_ message: OfflineMessage) {
        self.init(
            leftAt: DateTime(message.leftAt), acknowledgement: message.acknowledgement,
            expectedReply: message.expectedReply.map { DateTime($0) })
    }
}

extension CallbackSlots.Slot {
    /// A slot as the API shows it.
    init(_ slot: CallbackSlot) {
        self.init(
            from: DateTime(slot.from), until: DateTime(slot.until), local: slot.local, capacity: slot.capacity,
            free: max(0, slot.capacity - slot.booked))
    }
}
