import ContactCenter

/// What a checker knows of one contact.
struct ContactRecord {
    let id: ContactID
    /// What was acknowledged; nil while no acknowledgement of its opening was seen.
    var opening: Invocation.Opening?
    /// Line of that acknowledgement, or of the first sight.
    var line: Int
    /// Line at which the command that opened it was sent; 0 when that was not recorded.
    var openingLine = 0
    var enqueuedAt: Timestamp?
    var enqueuedLine = 0
    /// Where it may be, by what was acknowledged.
    var possible: StateSet = .waiting
    /// Line of the last acknowledgement that changed `possible`.
    var changedLine: Int
    /// Commands about it that were sent and neither carried out nor refused for certain.
    var pending: [Pending] = []
    /// Who has it for certain.
    var holder: Int?
    var heldLine = 0
    var holdingOffer: ReservationID?
    /// The first and the last line at which a command that may have taken it from its agent was sent; 0 for none.
    var firstTakenLine = 0
    var takenLine = 0
    /// A command was sent after which it may wait again though an agent had accepted it.
    var mayWaitAgain = false
    /// Since when, in lines, it has ended for certain.
    var endedLine: Int?
    var endedAt: Timestamp?
    var endReason: EndReason?
    var endReasonLine = 0
    var shownLine: Int?
    var isShownLive = false
    /// Places of its offers.
    var offers: [Int] = []
    /// Handed on, or of changed attributes: what it asks is not known for certain.
    var isMoved = false
    var isDirect = false
    /// Its customer may be called back: time alone may take it from its agent, and from those that wait.
    var isCalledBack: Bool { callbacks > 0 }
    /// How many commands about calling its customer back were sent and not refused.
    var callbacks = 0
    var movedRequirements: [MovedRequirement] = []
    var isAnswered = false
    var isAbandoned = false
    /// Its customer's leaving was acknowledged.
    var hasLeft = false
    var isLost = false

    /// A command that may yet have its effect.
    struct Pending {
        let number: UInt64
        let leaves: StateSet
    }

    /// What it may ask after having been handed on.
    struct MovedRequirement {
        let queue: QueueID
        let requirement: String?
    }

    /// Whether the last read-back showed it, and nothing was sent or acknowledged since that may have changed it.
    var isShown: Bool { shownLine.map { $0 >= max(takenLine, changedLine) } ?? false }

    /// Where it may be, doubtful commands included.
    var conceivable: StateSet { pending.reduce(possible) { $0.union($1.leaves) } }
}
