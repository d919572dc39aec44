import ContactCenter

// Accepts that the partition of the contact's session decides on.
extension PartitionHost {
    /// What a durable result comes to for its caller: of an accept that was forwarded, what became of it.
    func outcome(of result: CommandResult, within timeout: Duration?) async throws(CenterError) -> CommandResult {
        guard case .done(.forwarded(let offer)) = result else { return result }
        if let closure { throw closure }
        let accept = ForwardedAccept(waiter: makeWaiter(timeout))
        accept.state = floor.acceptance(of: offer)
        if accept.state == .forwarded {
            forwarded[offer, default: []].append(accept)
            keepDeadline(of: accept.waiter)
            try await accept.waiter.wait()
        } else {
            try await durable(within: timeout)
        }
        return accept.state == .connected ? .done(.nothing) : .refused(Self.tooLate(offer))
    }

    /// Lets the callers go, once it is durable, whose accepts the command that was just handled has settled.
    func settleForwarded() {
        for acceptance in output.acceptances where acceptance.state != .forwarded {
            for accept in forwarded.removeValue(forKey: acceptance.offer) ?? [] {
                accept.state = acceptance.state
                outputs.append(.answer(accept.waiter), at: commit.position, stamp: stamp())
            }
        }
    }

    /// The callers who wait for another partition's word.
    var forwardedWaiters: [OutputWaiter] {
        forwarded.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.waiter) }
    }

    /// Lets go of callers who do not wait any more.
    func dropAnsweredForwards() {
        forwarded = forwarded.compactMapValues { accepts in
            let left = accepts.filter { !$0.waiter.isAnswered }
            return left.isEmpty ? nil : left
        }
    }

    private static func tooLate(_ offer: ReservationID) -> Refusal {
        Refusal(.wrongState, "Offer \(offer) is over: its contact went elsewhere before the accept had arrived there.")
    }
}
