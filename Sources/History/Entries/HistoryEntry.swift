/// One thing that was done or seen in a run.
///
/// The order of entries is the order in which their recorder did or learned of things, and that is the whole of what
/// may be concluded from it: an `invoked` entry is written before the command is sent, an `outcome` entry after its
/// answer was received, an observation after it was received. What the center decided first is judged by the
/// center's own evidence instead: its timestamps, its positions, and the order of reservation ids.
public struct HistoryEntry: Hashable, Sendable {
    /// Microseconds since the run began, on the recorder's own monotonic clock.
    public var time: Int64
    /// What it was.
    public var event: Event

    public init(time: Int64, event: Event) {
        self.time = time
        self.event = event
    }

    /// What was done or seen.
    public enum Event: Hashable, Sendable {
        /// A configuration was put into force; it holds for what is decided from here on.
        case configured(HistoryConfiguration)
        /// A command is about to be sent.
        case invoked(Invocation)
        /// A command was answered, or given up without an answer. A repeated command may have several.
        case outcome(InvocationOutcome)
        /// An agent received an offer.
        case offer(OfferSeen)
        /// An agent was told that an offer is no longer open.
        case offerEnded(OfferEndSeen)
        /// A contact's state was seen.
        case contact(ContactSeen)
        /// A contact that was asked for was not there.
        case contactAbsent(ContactAbsence)
        /// An agent's state was seen.
        case agent(AgentSeen)
        /// An agent's event stream was opened or has gone.
        case stream(StreamSeen)
        /// The node was ended without warning and started again on the same data.
        case restarted
        /// The run is over: nothing is under way any more, and every contact that still lives has been shown by a
        /// read-back.
        case ended
    }
}
