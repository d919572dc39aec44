import ContactCenter

// Accepts that the partition of the contact's session decides on.
extension PartitionHost {
    /// What a durable result comes to for its caller: of an accept that was forwarded, what became of it.
    func outcome(
        of result: CommandResult, to command: CommandID, within timeout: Duration?
    ) async throws(CenterError) -> CommandResult {
        guard case .done(.forwarded(let offer)) = result else { return result }
        if let closure { throw closure }
        // The contact may have been connected, and have ended, before this caller's turn.
        if let settled = floor.result(of: command), settled != result {
            try await durable(within: timeout)
            return settled
        }
        let accept = ForwardedAccept(waiter: makeWaiter(timeout))
        accept.state = floor.acceptance(of: offer)
        if accept.state == .forwarded {
            forwarded.append(accept, of: offer)
            keepDeadline(of: accept.waiter)
            defer { forwarded.remove(accept, of: offer) }
            try await accept.waiter.wait()
        } else {
            try await durable(within: timeout)
        }
        return accept.state == .connected ? .done(.nothing) : .refused(Self.tooLate(offer))
    }

    /// Lets the callers go, once it is durable, whose accepts the command that was just handled has settled.
    func settleForwarded() {
        for acceptance in output.acceptances where acceptance.state != .forwarded {
            for accept in forwarded.removeAll(of: acceptance.offer) {
                accept.state = acceptance.state
                outputs.append(.answer(accept.waiter), at: commit.position, stamp: stamp())
            }
        }
    }

    /// How many callers wait for the journal or for another partition's word: what is bounded.
    var callerCount: Int { outputs.callerCount + forwarded.count }

    private static func tooLate(_ offer: ReservationID) -> Refusal {
        Refusal(.wrongState, "Offer \(offer) is over: its contact went elsewhere before the accept had arrived there.")
    }
}
