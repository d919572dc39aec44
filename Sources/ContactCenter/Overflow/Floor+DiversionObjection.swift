/// Whether a step of a diversion fits the floor that it is to change.
extension Floor {
    func objection(to value: Event.Diverted) -> String? {
        let id = value.contact
        return switch value.step {
        case .overflowed(let queue):
            objection(to: id, in: [.queued]) ?? objection(to: queue) ?? objectionToOverflow(of: id)
        case .promised: objection(to: id, in: [.queued, .offered]) ?? objectionToDiversion(of: id)
        case .due: objection(to: id, in: [.scheduled])
        case .putOff, .dialed: objection(to: id, in: [.queued]) ?? objectionToCallback(of: id)
        case .reached: objection(to: id, in: [.dialing, .connected, .held]) ?? objectionToCallback(of: id)
        case .missed: objection(to: id, in: [.dialing, .connected, .held]) ?? objectionToCallback(of: id)
        case .leftMessage(_, let queue, _): objection(to: id, in: [.queued]) ?? objection(to: queue)
        case .sentAway: objection(to: id, in: [.queued])
        }
    }

    private func objectionToCallback(of id: ContactID) -> String? {
        guard let slot = contacts.slot(of: id), contacts[slot].isAbsent, callback(of: slot) != nil else {
            return "the customer of contact \(id) is not to be called back"
        }
        return nil
    }

    private func objectionToOverflow(of id: ContactID) -> String? {
        guard let slot = contacts.slot(of: id), contacts[slot].overflows >= Self.overflowBound else { return nil }
        return "contact \(id) has gone on to other queues \(contacts[slot].overflows) times"
    }

    private func objectionToDiversion(of id: ContactID) -> String? {
        guard let slot = contacts.slot(of: id), contacts[slot].isAbsent else { return nil }
        return "the customer of contact \(id) does not wait on the line"
    }
}
