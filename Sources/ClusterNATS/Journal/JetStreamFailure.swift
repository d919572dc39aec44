import Cluster

/// Why a request to JetStream has not done what was asked.
enum JetStreamFailure: Error, Sendable {
    /// JetStream says no.
    case refused(JetStreamRefusal)
    /// There is no answer.
    case request(NATSRequestFailure)
    /// There is an answer that cannot be read, or a request that cannot be written.
    case unreadable(String)

    /// The journal's error for an append of `record` to `stream` that failed so.
    func appendError(_ record: JournalRecord, to stream: String) -> JournalError {
        switch self {
        case .refused(let refusal): return Self.appendError(refusal, record, to: stream)
        case .request(.notSent(let reason)):
            return unavailable("The record was not sent to stream \(stream) (\(reason)); nothing was written.")
        case .request(.noResponders):
            return unavailable("Nobody takes records for stream \(stream) now; nothing was written.")
        case .request(.unanswered(let reason)), .unreadable(let reason):
            return unknown(stream, reason)
        }
    }

    /// The journal's error for anything else done to `stream`; `doing` says what.
    func error(_ doing: String, _ stream: String) -> JournalError {
        switch self {
        case .refused(let refusal) where refusal.isForRoom:
            return JournalError(
                .full, "There was no room in JetStream while \(doing) \(stream) (\(refusal)). Make room there.",
                cause: self)
        case .refused(let refusal) where refusal.number == JetStreamRefusal.noCluster:
            return unavailable("\(Self.noQuorum(stream)) Nothing was done while \(doing) it.")
        case .refused(let refusal): return unavailable("JetStream refused \(doing) \(stream): \(refusal).")
        case .request(.notSent(let reason)), .request(.unanswered(let reason)):
            return unavailable("There was no answer while \(doing) \(stream): \(reason). Look at the NATS servers.")
        case .request(.noResponders):
            return unavailable(
                "Nobody answers for \(stream) while \(doing) it: JetStream is off, still starting, or has no leader.")
        case .unreadable(let reason):
            return unavailable("The answer while \(doing) \(stream) makes no sense: \(reason).")
        }
    }

    /// What it means that most servers of a stream are out of reach, and what to do.
    static func noQuorum(_ stream: String) -> String {
        "There is no quorum for stream \(stream): the server that was asked cannot reach most of those that hold it. It goes "
            + "on by itself once it can; look at the NATS servers and at the ways between their sites."
    }

    private static func appendError(
        _ refusal: JetStreamRefusal, _ record: JournalRecord, to stream: String
    ) -> JournalError {
        let failure = JetStreamFailure.refused(refusal)
        if refusal.isForRoom {
            return JournalError(
                .full,
                "The stream \(stream) has no room (\(refusal)); nothing was written. Raise its limit, or have a "
                    + "snapshot taken; it goes on by itself then.",
                cause: failure)
        }
        if JetStreamRefusal.wrongLastSequence.contains(refusal.number) {
            guard let last = refusal.lastSequence else {
                return JournalError(
                    .conflict, "The stream \(stream) does not end at sequence \(record.follows) (\(refusal)).",
                    cause: failure)
            }
            return .conflict(record, journalEndsAt: JournalSequence(last))
        }
        if refusal.number == JetStreamRefusal.tooLong {
            return JournalError(
                .tooLarge, "Record \(record.id) is longer than the stream \(stream) takes; nothing was written.",
                cause: failure)
        }
        if JetStreamRefusal.notServing.contains(refusal.number) {
            return failure.unavailable("The stream \(stream) takes no records now (\(refusal)); nothing was written.")
        }
        return failure.unknown(stream, "\(refusal)")
    }

    private func unavailable(_ message: String) -> JournalError {
        JournalError(.unavailable, message, cause: self)
    }

    private func unknown(_ stream: String, _ reason: String) -> JournalError {
        JournalError(
            .unknown,
            "It is not known whether the record is in stream \(stream): \(reason). Read the journal's end before "
                + "anything else.",
            cause: self)
    }
}
