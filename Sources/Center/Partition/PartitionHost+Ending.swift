import Cluster

extension PartitionHost {
    /// Why a host ends before its task is cancelled.
    enum Ending {
        /// Another owner is to take over from where this one ends.
        case handedOver
        /// Another owner has taken over.
        case steppedDown
    }

    /// Hands the partition over: nothing new is taken on, what was taken on is made durable and answered, and then
    /// ``run()`` ends with `movedAway`. Returns at once.
    public func handOver() {
        guard ending == nil else { return }
        ending = .handedOver
        if closure == nil { closure = handedOver() }
        endSignal.raise()
    }

    /// Ends the host at once, for another is known to own the partition: nothing more is released, and ``run()`` ends
    /// with `movedAway`.
    public func stepDown() {
        ending = .steppedDown
        endSignal.raise()
        progressSignal.raise()
    }

    /// Waits to be asked, and ends everything.
    func endWhenAsked() async throws {
        while ending == nil { try await endSignal.wait() }
        commit.closeBatch()
        commitSignal.raise()
        let last = commit.position
        while commit.confirmed < last, ending == .handedOver { try await progressSignal.wait() }
        throw give(up: ending == .handedOver ? handedOver() : movedAway())
    }
}
