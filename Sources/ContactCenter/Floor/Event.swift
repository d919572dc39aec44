/// One thing that happened on a floor: the unit of its journal.
///
/// A floor's state is a function of its events alone. Every event carries its business time, and whatever else its
/// effect depends on; applying one asks no clock and decides nothing.
public struct Event: Hashable, Sendable {
    /// When it happened; never before the event before it.
    public let at: Timestamp
    /// What has changed.
    public let change: Change

    public init(at: Timestamp, _ change: Change) {
        self.at = at
        self.change = change
    }

    /// What happened.
    public enum Change: Hashable, Sendable {
        // Large ones are apart, so that their size is not that of every event.
        indirect case configured(Configured)

        /// A contact came in and was queued.
        indirect case opened(Opened)
        case attributesUpdated(UpdateAttributes)
        /// A queue refused a contact: it was full, closed or empty.
        case turnedAway(QueueID)
        /// The contact's requirement became that of this ring.
        case widened(ContactID, ring: Int)
        case offered(Offered)
        /// An offer was answered or taken back; unless it was accepted the contact is queued again as it was.
        case offerEnded(OfferEnded)
        case held(ContactID)
        case resumed(ContactID)
        /// The contact left its agent and waits again, its enqueue time kept.
        indirect case requeued(Requeued)
        /// The contact went to the agent that its consultation was connected to, and the consultation ended.
        case handedOver(HandedOver)
        case wrapUpBegan(ContactID)
        case ended(ContactID, EndReason, DispositionCode?)
        /// Ended contacts were dropped, and sessions that have none left.
        case forgotten([ContactID])

        /// The agent's availability changed; what was to come next is dropped.
        case availabilitySet(AgentID, AvailabilityState)
        /// What the agent's availability is to be once nothing is in hand; nil for no change.
        case nextAvailabilitySet(AgentID, AvailabilityState?)
        case capacitySet(SetCapacity)
        case streamAttached(AgentID, incarnation: UInt64)
        case streamDetached(AgentID)

        // Contacts of this partition and agents of another.
        /// An agent elsewhere was asked for; the contact waits on meanwhile.
        indirect case asked(Asked)
        /// Nobody is asked for any more; the contact waits on.
        case reservationEnded(ReservationID)
        /// The other partition knows the reservation as at this version.
        case reservationConfirmed(ReservationID, version: Int)

        // Contacts of another partition and agents of this one.
        /// A reservation was not taken up, and will not be.
        case reserveDeclined(ReservationID)
        indirect case guestOffered(GuestOffered)
        /// The agent accepted; whether that counts is for the contact's partition to say.
        case guestAccepted(ReservationID)
        /// The offer ended here; the contact's partition is to be told.
        case guestReturned(ReservationID, OfferOutcome)
        /// The accept counts.
        indirect case guestConnected(GuestHeld)
        indirect case guestChanged(GuestHeld)
        indirect case guestGone(GuestGone)
        /// The contact's partition knows that the offer ended.
        case guestForgotten(ReservationID)

        /// A contact overflowed, is to be called back, or became a message.
        indirect case diverted(Diverted)
        /// What is open was looked at again, since a calendar of a site has changed.
        case sitesReviewed
        /// The sites of a queue were compared for a contact.
        indirect case sitesWeighed(SitesWeighed)
        // Customers.
        /// The contact that came in waits for these agents before others, one preference after another.
        indirect case preferred(ContactID, [Preference])
        /// The contact waits no longer for those whom it waited for; for the next, or for everybody.
        case preferenceEnded(ContactID)
        /// What is known of a customer, in the place of what was.
        indirect case customerKept(Customer)
        /// A customer is known no more.
        case customerForgotten(CustomerID)
        /// What another partition knows of customers.
        indirect case customersLearned(CustomerNews)

        /// A command was answered; always its last event.
        case completed(Completed)
    }

    /// A configuration that was put into force.
    public struct Configured: Hashable, Sendable {
        /// Its number, from 1.
        public var version: Int
        /// The file as it was written.
        public var source: String
        /// What it says.
        public var configuration: CenterConfiguration
    }

    /// A contact that came in.
    public struct Opened: Hashable, Sendable {
        /// The contact that it is about.
        public var contact: ContactID
        /// The session that it belongs to; a new one unless it goes on with one.
        public var session: SessionID
        /// The channel that it came in on.
        public var channel: Channel
        /// The queue that it waits in.
        public var queue: QueueID
        /// Phone number, address or web id of the customer; nil when unknown.
        public var customer: String?
        /// What is known of it.
        public var attributes: Attributes
        /// nil for the queue's own.
        public var requirement: Requirement?
        /// -1000 to 1000, higher goes first.
        public var priority: Int
        /// Who gets it if free at once; nil for nobody in particular.
        public var preferredAgent: AgentID?
        /// The agent it waits for; nil when anyone may have it.
        public var addressee: AgentID?
        /// The contact it consults about; nil unless it is a consultation.
        public var consultationOf: ContactID?
    }

    /// An offer that was made.
    public struct Offered: Hashable, Sendable {
        /// The offer.
        public var offer: ReservationID
        /// The contact that it is about.
        public var contact: ContactID
        /// Who it was offered to.
        public var agent: AgentID
        /// By when it must be answered.
        public var deadline: Timestamp
    }

    /// An offer that came to its end.
    public struct OfferEnded: Hashable, Sendable {
        /// The offer.
        public var offer: ReservationID
        /// The contact that it is about.
        public var contact: ContactID
        /// Who it was offered to.
        public var agent: AgentID
        /// How it ended.
        public var outcome: OfferOutcome
    }

    /// A contact that waits again.
    public struct Requeued: Hashable, Sendable {
        /// The contact that it is about.
        public var contact: ContactID
        /// Who had it; nil when nobody did.
        public var from: AgentID?
        /// The queue that it waits in.
        public var queue: QueueID
        /// nil for the queue's own.
        public var requirement: Requirement?
        /// The agent it waits for; nil when anyone may have it.
        public var addressee: AgentID?
    }

    /// A contact that went from one agent to the one consulted.
    public struct HandedOver: Hashable, Sendable {
        /// The contact that it is about.
        public var contact: ContactID
        /// The consultation, which is over.
        public var consultation: ContactID
        /// Who had it.
        public var from: AgentID
        /// Who has it now.
        public var to: AgentID
    }

    /// A command that was answered.
    public struct Completed: Hashable, Sendable {
        /// The id of the command.
        public var command: CommandID
        /// Checksum of the body's wire bytes: tells a repetition from another body under the same id.
        public var fingerprint: UInt64
        /// The answer, refusals included.
        public var result: CommandResult
    }
}
