import ContactCenter

extension Invocation.Verb {
    /// The contact it is about; nil for those about an agent, an offer, or a contact that is yet to be.
    var contact: ContactID? {
        switch self {
        case .abandon(let contact), .hold(let contact), .resume(let contact), .complete(let contact),
            .finishWrapUp(let contact), .requeue(let contact), .end(let contact), .completeTransfer(let contact),
            .cancelTransfer(let contact), .updateAttributes(let contact), .callback(let contact),
            .transferToQueue(let contact, _, _), .transferToAgent(let contact, _):
            contact
        case .open, .accept, .reject, .signIn, .signOut, .setAvailability, .setCapacity: nil
        }
    }

    /// The states from which it can be carried out; nil where any will do.
    var possibleFrom: StateSet? {
        switch self {
        case .accept: .waiting
        case .hold: .connected
        case .resume: .held
        case .complete: .inHand
        case .finishWrapUp: .wrapUp
        case .abandon: StateSet.anything.subtracting(.ended)
        case .requeue, .end: StateSet.anything.subtracting(.ended)
        default: nil
        }
    }

    /// The states it may leave its contact in; nil where it changes none.
    func leaves(wrapUp: WrapUpLimit) -> StateSet? {
        switch self {
        case .open: .waiting
        case .requeue: [.queued, .offered, .ended]
        case .accept, .resume: .connected
        case .hold: .held
        case .complete: wrapUp.statesAfterComplete
        case .finishWrapUp, .end: .ended
        case .abandon: [.wrapUp, .ended]
        case .transferToQueue, .transferToAgent, .completeTransfer, .cancelTransfer, .callback: .anything
        case .reject: .waiting
        case .updateAttributes, .signIn, .signOut, .setAvailability, .setCapacity: nil
        }
    }

    /// Whether a contact that an agent had may wait again after this.
    var mayQueueAgain: Bool {
        switch self {
        case .requeue, .transferToQueue, .transferToAgent, .completeTransfer, .cancelTransfer, .callback: true
        default: false
        }
    }

    /// Whether the agent who has the contact may lose it by this.
    var mayTakeAway: Bool {
        switch self {
        case .complete, .finishWrapUp, .abandon, .requeue, .end, .transferToQueue, .transferToAgent,
            .completeTransfer, .cancelTransfer, .callback:
            true
        default: false
        }
    }
}
