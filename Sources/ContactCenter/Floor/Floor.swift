internal import Wire

/// The queues, agents, sessions and contacts of one partition: a deterministic machine that does no I/O.
///
/// ``handle(_:now:into:)`` decides and ``apply(_:)`` changes: every decision becomes an ``Event``, and the state is
/// a function of the events alone, byte for byte. What is derived from the state (indexes, heaps, matching, counts)
/// is kept beside it, is never written, and is made again from the state when a snapshot is read.
///
/// **Contacts** go queued → offered → connected ⇄ held → wrap-up → ended. An offer holds the agent's capacity from
/// the moment it is made. A contact that is not taken waits again with its enqueue time, and for ten seconds after
/// the last refusal the agents who did not take it are passed over. Where wrap-up is zero long, or the
/// contact is a consultation, it ends without wrap-up.
///
/// **Transfers.** A blind transfer frees the agent at once, without wrap-up, and passes that agent over for
/// a while. A contact transferred to an agent waits for that agent alone, whatever their queues and skills; if they
/// turn it down or sign out it waits for everybody in its queue. A consultation is a contact of its own in the same
/// session; its original is held meanwhile, and stays held when the consultation is cancelled, turned down or over.
///
/// **Customers who do not wait on the line.** A contact whose customer is to be called back keeps its place among those
/// that wait, without a longest wait. With a time of its own (a slot, or the pause between two calls) it is scheduled, and
/// waits for nobody until then; while the customer is being called before an agent has it, it is dialing. What was
/// agreed lies in ``diversions``.
///
/// **Agents.** Signing in puts an agent on break. An agent who is to leave after the present contact is offered
/// nothing more. An agent has at most as many contacts and offers as their capacity allows, and may so have several
/// offers open at once.
///
/// **Other partitions.** A contact may be offered to an agent who is at home in another partition, and an agent be
/// offered a contact of another: by reservations, which both floors keep, and letters that they owe each other
/// (``Letter``). This floor says who has its contacts, and what its agents have room for. Nothing else is shared.
///
/// **Time.** `now` is an argument, and never goes back. Whatever is due happens at `advance`, at most
/// ``advanceBound`` things at once; ``nextDeadline`` says when that is wanted next.
///
/// **Copies.** A floor's own fields are a kilobyte. Whenever a method that changes the floor calls one that does not,
/// Swift hands that one a copy of them all; so what only reads, and is asked with every command, is either
/// `mutating` all the same or inlined.
public struct Floor: Sendable {
    /// The most things that happen in one `advance`; the rest is due at once.
    public static let advanceBound = 256
    /// How many versions of the configuration are kept.
    public static let historyBound = 20

    /// Number of its partition, a part of every id that it gives out.
    public let partition: UInt16
    /// The time of its last event; business time never precedes it.
    public internal(set) var lastTime = Timestamp(microseconds: 0)
    /// The configuration in force; nil before the first.
    public internal(set) var configuration: CenterConfiguration?
    /// The version in force; 0 before the first.
    public internal(set) var configurationVersion = 0
    /// The last 20 versions that were put into force, oldest first.
    public internal(set) var configurationHistory: [ConfigurationVersion] = []

    // State.
    var settings = CenterSettings()
    /// Those of the configuration in force; to read them out of it would copy all of it.
    var dispositions: [DispositionConfiguration] = []
    /// Those of the configuration in force, made ready.
    var customerRules = CustomerRuleTable(CustomerTreatment())
    /// Those of the configuration in force.
    var incidents: [Incident] = []
    /// The settings' times in microseconds.
    var limits = FloorLimits(CenterSettings())
    var contacts = ContactStore()
    var requirements = RequirementPool()
    var sessions = SessionStore()
    var agentRecords: ContiguousArray<AgentRecord> = []
    var queueRecords: ContiguousArray<QueueRecord> = []
    var results = ResultWindow()
    /// What was arranged with customers other than to wait on the line, until their contacts are forgotten.
    var diversions: [ContactID: Diversion] = [:]
    /// Agents of other partitions for contacts of this one.
    var reservations: [ReservationID: Reservation] = [:]
    /// Contacts of other partitions for agents of this one.
    var guests: [ReservationID: Guest] = [:]
    /// By the partition that gave them out.
    var seen: [UInt16: SeenReservations] = [:]
    /// Which sites there are, and what is open.
    var sites = SiteBoard()
    var customers = CustomerStore()
    /// Of contacts that wait for some agents before the others.
    var preferences: [ContactID: OpenPreferences] = [:]
    /// How many ids of each kind have been given out.
    var contactsGiven: UInt64 = 0
    var sessionsGiven: UInt64 = 0
    var offersGiven: UInt64 = 0
    var idleRanksGiven: UInt64 = 0

    // Derived.
    var agentNumbers: [AgentID: Int32] = [:]
    var queueNumbers: [QueueID: Int32] = [:]
    var matching = Matching()
    var offers = IdentifierTable()
    /// Ended contacts in the order of their ends; those forgotten are passed over.
    var ended = EndedContacts()
    var timers = SlotHeap()
    var queueTimers = SlotHeap()
    var queuePlaces: ContiguousArray<Int32> = []
    var agentTimers = SlotHeap()
    var agentPlaces: ContiguousArray<Int32> = []
    /// Who serves which queue, and is idle.
    var membership = Membership()
    /// Which queues go behind which others.
    var blends = BlendTable()
    var contactCounts = ContactCounts()
    var agentCounts = FloorFigures()

    /// The commands that accepted each guest, so long as it is in hand.
    var acceptCommands: [ReservationID: [CommandID]] = [:]

    // What the command under way has left to be matched.
    var pendingContacts: [Int32] = []
    var pendingAgents: [Int32] = []
    var reopened: [BlendTable.Gate] = []
    /// What others are to be told of, once the command under way is done.
    var touched: [ReservationID] = []
    var touchedGuests: [ReservationID] = []

    // Hints: what is known of other floors, by rising number, and the claims made there.
    var peers: [Peer] = []
    /// Whether something that was known of others is known no more, and until when nobody is sent away for that.
    var hasLostSight = false
    var blindUntil = Timestamp(microseconds: .min)
    var claims: [Int32: OpenClaim] = [:]
    /// By agent and floor: the heads that were not to be had.
    var refusedClaims: [Int32: [UInt16: Set<FloorSummary.Head>]] = [:]
    var claimsGiven: UInt64 = 0
    /// How many seconds of business time pass in one of the wall's clock, at least 1: how long answers between
    /// partitions are waited for is multiplied by it. Set by the floor's owner before its first command; deadlines that
    /// are asked for later follow it, and are a part of what is asked.
    public var letterPace: Int64 = 1
    /// The agent whose turn it is next to look elsewhere.
    var seekHand: Int32 = 0

    /// The agent and the queue that the next event is most likely about: known to who decides it, and to be had
    /// again without looking the name up.
    var likelyAgent: Int32 = 0
    var likelyQueue: Int32 = 0
    var scratch = WireWriter(capacity: 512)

    public init(partition: UInt16) {
        self.partition = partition
    }

    /// Carries out a command: decides, changes the state, and says what happened and whom to tell.
    ///
    /// `now` before ``lastTime`` counts as that. `output` is reset first. A command that is repeated within the
    /// window gets the same answer, and nothing happens.
    public mutating func handle(_ command: Command, now: Timestamp, into output: inout FloorOutput) {
        output.reset()
        let now = max(now, lastTime)
        if case .advance = command.body {
            advance(at: now, into: &output)
            writeLetters(into: &output)
            forgetPending()
            return
        }
        if command.body.isBetweenPartitions {
            correspond(command.body, at: now, into: &output)
            forgetPending()
            return
        }
        let fingerprint = fingerprint(of: command.body)
        if let known = known(command, fingerprint: fingerprint, now: now) {
            output.result = known
            return
        }
        reviewSites(at: now, into: &output)
        do {
            let answer = try carryOut(command.body, at: now, into: &output)
            settle(at: now, into: &output)
            output.result = .done(toldOfDiversion(answer))
        } catch {
            output.result = .refused(error)
        }
        emit(
            .completed(Event.Completed(command: command.id, fingerprint: fingerprint, result: output.result)),
            at: now, into: &output)
        writeLetters(into: &output)
        forgetPending()
    }

    /// Changes the state as the event says: the same events make the same state, byte for byte.
    ///
    /// Events that no floor can have made are ignored as far as they cannot be carried out.
    public mutating func apply(_ event: Event) {
        change(event)
        forgetPending()
        forgetTouched()
    }

    /// Journals and applies one decision. Never inlined: decisions are made in many places, and this is long.
    @inline(never)
    mutating func emit(_ change: consuming Event.Change, at now: Timestamp, into output: inout FloorOutput) {
        let event = Event(at: now, change)
        self.change(event)
        appendDirectives(of: event, supervised: output.supervised, to: &output.directives)
        output.events.append(event)
    }

    /// What becomes of a command that needs no decision: one that is repeated, too old, or not of this time.
    private mutating func known(_ command: Command, fingerprint: UInt64, now: Timestamp) -> CommandResult? {
        if let stored = results.result(of: command.id) {
            guard stored.fingerprint != fingerprint else { return stored.result }
            return .refused(
                Refusal(.reused, "Command \(command.id) was used with another body; make a new id for a new command."))
        }
        let sent = command.id.time.microseconds
        if sent + limits.commandWindow < now.microseconds {
            return .refused(
                Refusal(
                    .expired,
                    "Command \(command.id) is older than the window of \(Int(settings.commandWindow.inSeconds)) s in "
                        + "which repetitions are known; look whether it was carried out before sending a new one."))
        }
        if sent > now.microseconds + ResultWindow.tolerance {
            return .refused(
                Refusal(
                    .invalid,
                    "The id of command \(command.id) lies over a minute in the future; set the client's clock."))
        }
        return nil
    }

    private mutating func fingerprint(of body: Command.Body) -> UInt64 {
        scratch.removeAll()
        body.write(to: &scratch)
        return Checksum.of(scratch.bytes)
    }

    mutating func forgetPending() {
        if !pendingContacts.isEmpty { pendingContacts.removeAll(keepingCapacity: true) }
        if !pendingAgents.isEmpty { pendingAgents.removeAll(keepingCapacity: true) }
        if !reopened.isEmpty { reopened.removeAll() }
    }
}
