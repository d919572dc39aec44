import Synchronization
import Wire

extension ClusterActorSystem {
    /// Takes in a packet from the transport.
    func receive(_ bytes: [UInt8]) {
        counters.count { $0.packetsReceived += 1 }
        let packet: Packet
        do {
            packet = try Packet(wireBytes: bytes)
        } catch {
            return counters.count { $0.malformed += 1 }
        }
        for frame in packet.frames {
            do throws(FrameFault) {
                receive(try Frame(decoding: frame), from: packet.sender)
            } catch {
                refuse(error, of: packet.sender)
            }
        }
    }

    /// Takes in a call for an actor of this node.
    func receive(_ call: CallFrame, from caller: NodeID) {
        purgeResigned()
        guard let turn = turns.begin(call.id, of: caller) else {
            return counters.count { $0.duplicates += 1 }
        }
        let now = clock.now
        let delivery = Delivery(call: call, caller: caller, deadline: now + call.remaining, turn: turn)
        if let refusal = misplaced(call.actor) { return answer(delivery, .error(refusal)) }
        let canActivate = call.actor.process == nil && factories[call.actor.kind] != nil
        carryOut(residents.withLock { $0.receive(delivery, canActivate: canActivate, now: now) }, for: delivery)
    }

    /// Answers a call that was received here, and is done with it.
    func answer(_ delivery: Delivery, _ outcome: CallOutcome) {
        turns.end(delivery.call.id, of: delivery.caller)
        if case .error(let error) = outcome, error.code == .overloaded { counters.count { $0.overloads += 1 } }
        reply(to: delivery.call.id, of: delivery.caller, outcome)
    }

    private func receive(_ frame: Frame, from sender: NodeID) {
        switch frame {
        case .call(let call): receive(call, from: sender)
        case .cancel(let id): cancelTurn(id, of: sender)
        case .reply(let id, let outcome): end(id, outcome, answeredBy: sender)
        }
    }

    private func refuse(_ fault: FrameFault, of sender: NodeID) {
        counters.count { $0.malformed += 1 }
        guard let id = fault.unanswered else { return }
        let error = ClusterError(
            .malformed, "\(node) cannot read the call: \(fault.cause); run the same version on both nodes")
        reply(to: id, of: sender, .error(error))
    }

    private func reply(to id: CallID, of caller: NodeID, _ outcome: CallOutcome) {
        if caller == node {
            end(id, outcome, answeredBy: node)
        } else {
            post(.reply(id, outcome), to: caller)
        }
    }

    private func end(_ id: CallID, _ outcome: CallOutcome, answeredBy peer: NodeID) {
        guard id.incarnation == process.incarnation, let call = calls.take(id.number, askedOf: peer) else {
            return counters.count { $0.lateAnswers += 1 }
        }
        call.caller.resume(returning: outcome)
    }

    private func misplaced(_ id: ActorID) -> ClusterError? {
        if lifetime.isStopped {
            return ClusterError(.stopped, "\(id) was not called: \(node) is stopping; ask again, it will be elsewhere")
        }
        if let process = id.process {
            guard process != self.process else { return nil }
            return ClusterError(.unknownActor, "\(id) has ended with its process; get a new reference")
        }
        let place = locator.node(of: id)
        guard place != node else { return nil }
        let name = place.map(\.name) ?? "nowhere now"
        return ClusterError(.wrongNode, "\(id) was not called: to \(node) its place is \(name); ask again")
    }

    private func carryOut(_ directive: ResidentDirective, for delivery: Delivery) {
        switch directive {
        case .none: break
        case .refuse(let error): answer(delivery, .error(error))
        case .activate(let id): begin(.activate(id))
        case .pump(let actor): begin(.pump(actor))
        }
    }
}
