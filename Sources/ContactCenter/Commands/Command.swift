/// One wish of one client, to be carried out at most once.
public struct Command: Hashable, Sendable {
    /// The same id with the same body gets the same answer again; with another body it is refused.
    public let id: CommandID
    /// What is wished for.
    public let body: Body

    public init(id: CommandID, body: Body) {
        self.id = id
        self.body = body
    }

    /// What is wished for.
    public enum Body: Hashable, Sendable {
        // Large ones are apart, so that their size is not that of every command.
        /// Puts a whole configuration into force, as the next version.
        indirect case configure(Configure)

        /// A contact comes in: ``CommandAnswer/opened(_:)``.
        indirect case openContact(OpenContact)
        case updateAttributes(UpdateAttributes)
        /// The customer gave up or hung up.
        case abandon(ContactID)
        case hold(ContactID)
        case resume(ContactID)
        indirect case transfer(Transfer)
        /// The consulted party takes the contact over; the one who asked is done with it.
        case completeTransfer(ContactID)
        /// The consultation ends and the contact stays where it was.
        case cancelTransfer(ContactID)
        /// The conversation is over; wrap-up begins, or the contact ends where its queue has no wrap-up.
        case complete(ContactID)
        case finishWrapUp(FinishWrapUp)
        /// An administrator takes the contact from whoever has it and queues it again, its enqueue time kept.
        case requeue(ContactID)
        /// An administrator ends the contact, whatever its state.
        case end(ContactID)

        /// The agent begins to work, not yet available.
        case signIn(AgentID)
        /// The agent stops working: open offers are rescinded; refused while contacts are held.
        case signOut(AgentID)
        case setAvailability(SetAvailability)
        case setCapacity(SetCapacity)
        /// The agent's event stream is there; `incarnation` tells this attachment from every other.
        case attachStream(AgentID, incarnation: UInt64)
        /// The agent's event stream has gone; ignored unless `incarnation` is that of the one attached.
        case detachStream(AgentID, incarnation: UInt64)

        case accept(ReservationID)
        case reject(ReservationID)

        /// Time has gone on: whatever is due by now happens. Sent by the floor's owner at ``Floor/nextDeadline``.
        case advance
    }
}

/// A configuration to be put into force.
public struct Configure: Hashable, Sendable {
    public var configuration: CenterConfiguration
    /// The file as it was written, kept to be shown and to be gone back to; at most 1 MiB.
    public var source: String
    /// The version that must be in force for this to be carried out; nil for whichever is.
    public var replacing: Int?
    /// The version that it was given elsewhere; nothing is done where that or a later one is in force. nil gives it
    /// the next.
    public var version: Int?

    public init(
        configuration: CenterConfiguration, source: String, replacing: Int? = nil, version: Int? = nil
    ) {
        self.configuration = configuration
        self.source = source
        self.replacing = replacing
        self.version = version
    }
}

/// A contact that comes in.
public struct OpenContact: Hashable, Sendable {
    public var channel: Channel
    public var queue: QueueID
    /// Phone number, address or web id of the customer; nil when unknown. At most 256 bytes.
    public var customer: String?
    public var attributes: Attributes
    /// nil for the queue's own.
    public var requirement: Requirement?
    /// nil for the queue's own; -1000 to 1000.
    public var priority: Int?
    /// Who gets the contact if free at once; nil for nobody in particular.
    public var preferredAgent: AgentID?
    /// The session it goes on; nil begins a new one.
    public var session: SessionID?

    public init(
        channel: Channel, queue: QueueID, customer: String? = nil, attributes: Attributes = Attributes(),
        requirement: Requirement? = nil, priority: Int? = nil, preferredAgent: AgentID? = nil, session: SessionID? = nil
    ) {
        self.channel = channel
        self.queue = queue
        self.customer = customer
        self.attributes = attributes
        self.requirement = requirement
        self.priority = priority
        self.preferredAgent = preferredAgent
        self.session = session
    }
}

/// New values of some of a contact's attributes.
public struct UpdateAttributes: Hashable, Sendable {
    public var contact: ContactID
    /// Names and their new values; names not mentioned keep theirs.
    public var set: Attributes
    /// Names to be forgotten.
    public var remove: [String]

    public init(contact: ContactID, set: Attributes, remove: [String] = []) {
        self.contact = contact
        self.set = set
        self.remove = remove
    }
}

/// A contact that is handed on by the agent who has it.
public struct Transfer: Hashable, Sendable {
    /// Where to.
    public enum Target: Hashable, Sendable {
        /// Queued there, its enqueue time kept; a requirement of nil is the queue's own.
        case queue(QueueID, requirement: Requirement?)
        /// Offered to that agent; waits for them if they are busy.
        case agent(AgentID)
    }

    /// How.
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// The agent is done with it at once.
        case blind
        /// The contact is held while the agent talks to the target, until the transfer is completed or cancelled.
        case consult
    }

    public var contact: ContactID
    public var target: Target
    public var kind: Kind

    public init(contact: ContactID, target: Target, kind: Kind) {
        self.contact = contact
        self.target = target
        self.kind = kind
    }
}

/// The end of a contact's wrap-up.
public struct FinishWrapUp: Hashable, Sendable {
    public var contact: ContactID
    /// How it turned out; nil where the configuration knows no dispositions.
    public var disposition: DispositionCode?

    public init(contact: ContactID, disposition: DispositionCode?) {
        self.contact = contact
        self.disposition = disposition
    }
}

/// What the agent chooses to be.
public struct SetAvailability: Hashable, Sendable {
    /// When it takes effect.
    public enum When: UInt8, CaseIterable, Sendable {
        case now
        /// As soon as the agent has nothing in hand; at once if so already.
        case afterContact
    }

    public var agent: AgentID
    public var state: AvailabilityState
    public var when: When

    public init(agent: AgentID, state: AvailabilityState, when: When = .now) {
        self.agent = agent
        self.state = state
        self.when = when
    }
}

/// Other limits for one agent than their capacity profile's.
public struct SetCapacity: Hashable, Sendable {
    public var agent: AgentID
    /// The most contacts at once by channel, 0 to 100; channels not mentioned keep the profile's. Empty goes back
    /// to the profile.
    public var maximum: [Channel: Int]

    public init(agent: AgentID, maximum: [Channel: Int]) {
        self.agent = agent
        self.maximum = maximum
    }
}
