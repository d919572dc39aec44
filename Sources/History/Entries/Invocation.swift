public import ContactCenter

/// A command about to be sent.
public struct Invocation: Hashable, Sendable {
    /// Pairs the invocation with its outcomes; unique in the run. Repeating the same command keeps the number.
    public var number: UInt64
    /// What is wished for.
    public var verb: Verb

    public init(number: UInt64, verb: Verb) {
        self.number = number
        self.verb = verb
    }

    /// What is wished for: a command's body, without what no rule needs.
    public enum Verb: Hashable, Sendable {
        case open(Opening)
        case abandon(ContactID)
        case hold(ContactID)
        case resume(ContactID)
        case complete(ContactID)
        case finishWrapUp(ContactID)
        case requeue(ContactID)
        case end(ContactID)
        /// Handing on to another queue; a requirement of nil is the queue's own.
        case transferToQueue(ContactID, QueueID, requirement: String?)
        case transferToAgent(ContactID, AgentID)
        case completeTransfer(ContactID)
        case cancelTransfer(ContactID)
        case updateAttributes(ContactID)
        /// Whatever may be done about its customer's being called back.
        case callback(ContactID)
        case accept(ReservationID)
        case reject(ReservationID)
        case signIn(AgentID)
        case signOut(AgentID)
        case setAvailability(AgentID, AvailabilityState, later: Bool)
        case setCapacity(AgentID, [Channel: Int])
    }

    /// A contact that comes in.
    public struct Opening: Hashable, Sendable {
        /// The channel that it comes in on.
        public var channel: Channel
        /// The queue that it is for.
        public var queue: QueueID
        /// What is known of it.
        public var attributes: Attributes
        /// nil for the queue's own.
        public var requirement: String?
        /// nil for the queue's own.
        public var priority: Int?

        public init(
            channel: Channel, queue: QueueID, attributes: Attributes = Attributes(), requirement: String? = nil,
            priority: Int? = nil
        ) {
            self.channel = channel
            self.queue = queue
            self.attributes = attributes
            self.requirement = requirement
            self.priority = priority
        }
    }
}

extension Invocation.Verb {
    /// The verb of a command's body; nil for those that no rule is about (configuring, streams, the passing of time,
    /// what partitions ask of each other).
    public init?(_ body: Command.Body) {
        switch body {
        case .openContact(let opening):
            self = .open(
                Invocation.Opening(
                    channel: opening.channel, queue: opening.queue, attributes: opening.attributes,
                    requirement: opening.requirement?.text, priority: opening.priority))
        case .updateAttributes(let update): self = .updateAttributes(update.contact)
        case .callback(let contact, _): self = .callback(contact)
        case .abandon(let contact): self = .abandon(contact)
        case .hold(let contact): self = .hold(contact)
        case .resume(let contact): self = .resume(contact)
        case .transfer(let transfer):
            switch transfer.target {
            case .queue(let queue, let requirement):
                self = .transferToQueue(transfer.contact, queue, requirement: requirement?.text)
            case .agent(let agent): self = .transferToAgent(transfer.contact, agent)
            }
        case .completeTransfer(let contact): self = .completeTransfer(contact)
        case .cancelTransfer(let contact): self = .cancelTransfer(contact)
        case .complete(let contact): self = .complete(contact)
        case .finishWrapUp(let finish): self = .finishWrapUp(finish.contact)
        case .requeue(let contact): self = .requeue(contact)
        case .end(let contact): self = .end(contact)
        case .signIn(let agent): self = .signIn(agent)
        case .signOut(let agent): self = .signOut(agent)
        case .setAvailability(let set): self = .setAvailability(set.agent, set.state, later: set.when == .afterContact)
        case .setCapacity(let set): self = .setCapacity(set.agent, set.maximum)
        case .accept(let reservation): self = .accept(reservation)
        case .reject(let reservation): self = .reject(reservation)
        case .configure, .attachStream, .detachStream, .advance, .reserve, .commit, .giveBack, .settle, .claim,
            .answered, .seek, .closeCalendar, .reopenCalendar, .shiftSite, .keepCustomer, .forgetCustomer,
            .learnCustomers, .raiseIncident, .endIncident:
            return nil
        }
    }
}
