import ContactCenter
import NIOCore

/// One request: what it is for, and its bytes, which stay the same when it is repeated.
struct Call: Sendable {
    /// What its answer means something to.
    enum Purpose: Sendable {
        case open(life: Int)
        case abandon(life: Int)
        case accept(agent: Int, offer: ReservationID, contact: ContactID)
        case reject(agent: Int, offer: ReservationID)
        case complete(agent: Int, contact: ContactID)
        case finishWrapUp(agent: Int, contact: ContactID)
        case signIn(agent: Int)
        case available(agent: Int)
        case signOut(agent: Int)
        case readContact(ContactID)
        case readAgent(Int)

        /// The agent who sends it; nil when it is not one.
        var agent: Int? {
            switch self {
            case .accept(let agent, _, _), .reject(let agent, _), .complete(let agent, _),
                .finishWrapUp(let agent, _), .signIn(let agent), .available(let agent), .signOut(let agent),
                .readAgent(let agent):
                agent
            case .open, .abandon, .readContact: nil
            }
        }
    }

    let purpose: Purpose
    let request: ByteBuffer
    /// Its number in the history; 0 for a read.
    let number: UInt64
    /// When it was to be sent, in microseconds of the run.
    let due: Int64
    /// The node that it is meant for; nil for the agent's, or the one whose turn it is.
    var node: Int?
    var attempts = 0

    /// Whether it is sent while everything else rests.
    var isRead: Bool { number == 0 }
}

/// What is to happen at a later time.
enum Timed: Sendable {
    case arrivals
    case answer(agent: Int, offer: ReservationID, contact: ContactID, isAccepted: Bool)
    case complete(agent: Int, contact: ContactID)
    case finishWrapUp(agent: Int, contact: ContactID)
    case patience(life: Int)
    case available(agent: Int)
    case shift(agent: Int, begins: Bool)
    case again(Call)
    case reconnect(Int)
    case openStream(agent: Int)
    case second
    case limit(Int)
}

/// One contact as the harness plays it.
struct ContactLife: Sendable {
    /// How far it has come, as far as the harness knows.
    enum Stage: Sendable {
        case opening, waiting, answering, connected, wrapUp, ended, refused
        /// Something about it was never answered.
        case unknown
    }

    let plan: PlannedContact
    /// When it was to be opened, in microseconds of the run.
    let intended: Int64
    var id: ContactID?
    var stage = Stage.opening
    var hasOffer = false
    var isAnswered = false
    /// Abandoned because the run ended, not because the customer lost patience.
    var isCutOff = false
    var isAbandoned = false
    /// The customer's leaving was sent.
    var isLeaving = false
    /// An accept and the customer's leaving crossed, so how it ended is to be asked.
    var isUncertain = false
    var acceptsSent = 0
    /// How long the customer waited, in microseconds of business time; nil while waiting.
    var wait: Int64?

    var isOver: Bool { stage == .ended || stage == .refused || stage == .unknown }
}

/// A contact that was offered, and maybe accepted, before its opening was acknowledged.
struct EarlyContact: Sendable {
    /// When the offer was received, in microseconds of the run.
    let offeredAt: Int64
    /// Whether it was offered as soon as it was there.
    let atOnce: Bool
    /// Who accepted it; nil before.
    var acceptedBy: Int?
}

/// One agent as the harness plays them.
struct PlayedAgent: Sendable {
    let id: AgentID
    let writer: RequestWriter
    /// The place of the node that the agent is at.
    var node: Int
    var channel: NetworkChannel?
    var isStreamOpen = false
    /// Id of the last event received.
    var lastEvent: String?
    var inHand: Set<UInt64> = []
    var offers: Set<UInt64> = []
    /// When the agent last became free, in microseconds of the run; nil once that led to an offer.
    var freedAt: Int64?
    var shouldBeAvailable = false
    var isAvailable = false
}
