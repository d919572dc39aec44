import Cluster

extension PartitionHost {
    static var notStarted: CenterError {
        CenterError(
            .unavailable, "The partition is being recovered; try again in a moment.", retryAfter: .seconds(1))
    }

    static var draining: CenterError {
        CenterError(
            .draining, "The node is about to end and takes nothing on; nothing was done. Try elsewhere, or later.",
            retryAfter: .seconds(1))
    }

    static var ended: CenterError {
        CenterError(
            .unavailable,
            "The node is stopping; what was asked for may have been done. Repeat the command with the same id.",
            retryAfter: .seconds(1))
    }

    static func failed(_ error: any Error) -> CenterError {
        CenterError(.unavailable, "The partition failed (\(error)); see the node's log.", cause: error)
    }

    func movedAway() -> CenterError {
        CenterError(
            .movedAway,
            "Another node has taken \(partition) over. Repeat the command with the same id; it will be answered there.",
            retryAfter: .milliseconds(200))
    }

    func lostData(_ reason: String, _ cause: (any Error)? = nil) -> CenterError {
        CenterError(
            .dataLoss,
            "The journal of \(partition) has lost records that it had confirmed: \(reason) The partition was stopped; "
                + "restore its journal from a backup.", cause: cause)
    }

    func timedOut() -> CenterError {
        CenterError(
            .timeout,
            "No answer in time; what was asked for may have been done. Repeat the command with the same id to learn it."
        )
    }

    func overloaded() -> CenterError {
        CenterError(
            .overloaded, "Too much waits for the journal of \(partition); nothing was done. Try again in a moment.",
            retryAfter: .milliseconds(250))
    }

    func journalFull() -> CenterError {
        CenterError(
            .journalFull,
            "The store of \(partition) has no room for new work; nothing was done. Make room and try again.",
            retryAfter: .seconds(2))
    }

    func stalled(_ reason: String, for time: Duration) -> CenterError {
        CenterError(
            .stalled,
            "\(partition) is unavailable: its journal has taken nothing for \(time.components.seconds) s; nothing was done. "
                + "\(reason) The partition goes on by itself when its journal does.",
            retryAfter: .seconds(2))
    }

    func tooLong(_ count: Int) -> CenterError {
        CenterError(
            .invalid,
            "The command has \(count) bytes, more than the \(limits.commandBytes) that are taken; nothing was done.")
    }
}
