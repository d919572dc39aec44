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

        // What partitions ask of each other. Each may be repeated at will, under whichever id.
        /// A contact of another partition is to be offered to an agent of this one: ``CommandAnswer/reserved(_:deadline:)``
        /// or ``CommandAnswer/declined``.
        indirect case reserve(Reserve)
        /// An agent of another partition has accepted: ``CommandAnswer/holding(_:version:)`` or ``CommandAnswer/over(_:)``.
        case commit(ReservationID, agent: AgentID)
        /// An agent of another partition will not have a contact.
        case giveBack(GiveBack)
        /// How a contact of another partition stands.
        case settle(Settle)
        /// An agent of another partition is free: ``CommandAnswer/claimed(_:)``.
        case claim(Claim)
        /// What another partition answered to a letter of this one; see ``Letter/reply(_:)``.
        indirect case answered(Letter.Subject, CommandAnswer)
        /// Something was learned of other partitions: what waits here, and who is free here, looks for a partner there.
        case seek

        /// A calendar is closed against its hours, as the next version of the configuration.
        indirect case closeCalendar(CloseCalendar)
        /// A calendar that was closed against its hours keeps them again.
        case reopenCalendar(CalendarID)
        /// Traffic is kept away from a site, or comes back, as the next version of the configuration.
        indirect case shiftSite(ShiftSite)

        /// Something about calling a contact's customer back.
        indirect case callback(ContactID, CallbackCommand)

        /// What is known of a customer, in the place of what was.
        indirect case keepCustomer(Customer)
        /// A customer is forgotten; contacts that are there keep what they have.
        case forgetCustomer(CustomerID)
        /// What another partition knows of customers; may be repeated at will, under whichever id.
        indirect case learnCustomers(CustomerNews)

        /// Some customers are told something from now on, as the next version of the configuration.
        indirect case raiseIncident(Incident)
        /// They are told it no more.
        case endIncident(IncidentID)

        /// Time has gone on: whatever is due by now happens. Sent by the floor's owner at ``Floor/nextDeadline``.
        case advance
    }
}
