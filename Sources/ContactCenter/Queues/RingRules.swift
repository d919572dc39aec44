/// When the rings of one queue are taken, made ready once a configuration.
///
/// A ring that waits for time alone has its instant; ``LookTimes`` tells when conditions are looked at.
struct RingRules: Sendable {
    /// Whether any ring depends on more than the time waited.
    let isConditional: Bool
    /// Whether conditions ask for what takes counting agents.
    let countsAgents: Bool
    /// The first ring at which agents who are kept for something else are taken; `Int.max` when there is none.
    let firstTakingReserved: Int
    /// By ring, from 0: what it adds to the priority, with those before it.
    let raises: [Int]
    /// By ring, from 1: how long after the beginning of the wait it may be taken, in microseconds.
    private let starts: [Int64]
    /// By ring, from 1.
    private let isSkipped: [Bool]
    /// By ring, from 0: whether what decides about one of the rings behind it changes by itself.
    private let changes: [Bool]
    private let times: LookTimes
    private var table: ConditionTable

    init(_ rings: [RingConfiguration]) {
        starts = rings.map { $0.after.wholeMicroseconds }
        isSkipped = rings.map(\.isSkippedUnstaffed)
        table = ConditionTable(rings.map(\.condition))
        isConditional = rings.contains { $0.condition != nil || $0.isSkippedUnstaffed }
        countsAgents = rings.contains { $0.condition?.figures.contains(where: \.countsAgents) == true }
        firstTakingReserved = rings.firstIndex(where: \.takesReserved).map { $0 + 1 } ?? .max
        raises = rings.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.raise) }
        times = LookTimes(starts + rings.flatMap { $0.condition?.turns ?? [] })
        let changing = rings.map { ring in
            ring.isSkippedUnstaffed || ring.condition?.figures.contains { $0.changes } ?? false
        }
        changes = (0...rings.count).map { changing[$0...].contains(true) }
    }

    /// How many rings there are.
    var count: Int { starts.count }

    /// How long after the beginning of the wait a ring may be taken, in microseconds; nil when there is no such ring.
    @inline(__always)
    func start(of ring: Int) -> Int64? {
        ring >= 1 && ring <= starts.count ? starts[ring - 1] : nil
    }

    /// Whether the ring behind it is taken instead while nobody serves it.
    func isSkippedUnstaffed(_ ring: Int) -> Bool { isSkipped[ring - 1] }

    /// The number by which a contact is among those that agents may have who are new to what it takes; nil at a ring
    /// that takes whoever is kept for something else.
    @inline(__always)
    func releaseNumber(of contact: ContactID, at ring: Int) -> UInt64? {
        ring < firstTakingReserved ? contact.count : nil
    }

    /// Begins a decision about one contact.
    mutating func begin() { table.begin() }

    /// Whether a ring may be taken, after so many microseconds.
    mutating func holds(_ ring: Int, after waited: Int64, _ moment: ConditionMoment) -> Bool {
        starts[ring - 1] <= waited && table.isMet(ring - 1, at: moment)
    }

    /// After how long a wait the rings behind one are to be looked at again, in microseconds; nil for never.
    ///
    /// - Parameters:
    ///   - waited: How long the wait has lasted.
    ///   - waiting: How many contacts wait in the queue.
    func nextLook(behind ring: Int, after waited: Int64, waiting: Int) -> Int64? {
        guard ring < starts.count else { return nil }
        return times.next(after: waited, waiting: waiting, changes: changes[ring])
    }
}
