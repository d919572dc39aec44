import ContactCenter

extension Command.Body {
    /// The contact that the command is about; nil when it is about something else.
    var contact: ContactID? {
        switch self {
        case .updateAttributes(let update): update.contact
        case .transfer(let transfer): transfer.contact
        case .finishWrapUp(let finish): finish.contact
        case .callback(let contact, _): contact
        case .abandon(let contact), .hold(let contact), .resume(let contact), .completeTransfer(let contact),
            .cancelTransfer(let contact), .complete(let contact), .requeue(let contact), .end(let contact):
            contact
        case .configure, .openContact, .signIn, .signOut, .setAvailability, .setCapacity, .attachStream,
            .detachStream, .accept, .reject, .advance, .reserve, .commit, .giveBack, .settle, .claim, .answered, .seek,
            .closeCalendar, .reopenCalendar, .shiftSite, .keepCustomer, .forgetCustomer, .learnCustomers,
            .raiseIncident, .endIncident:
            nil
        }
    }

    /// The agent that the command is about; nil when it is about something else.
    var agent: AgentID? {
        switch self {
        case .signIn(let agent), .signOut(let agent), .attachStream(let agent, _), .detachStream(let agent, _): agent
        case .setAvailability(let set): set.agent
        case .setCapacity(let set): set.agent
        default: nil
        }
    }

    /// The offer that the command answers; nil when it is about something else.
    var offer: ReservationID? {
        switch self {
        case .accept(let offer), .reject(let offer): offer
        default: nil
        }
    }

    /// Whether an agent may do this with a contact that they have.
    var isForAgents: Bool {
        switch self {
        case .updateAttributes, .hold, .resume, .transfer, .completeTransfer, .cancelTransfer, .complete,
            .finishWrapUp, .callback(_, .report):
            true
        default: false
        }
    }
}
