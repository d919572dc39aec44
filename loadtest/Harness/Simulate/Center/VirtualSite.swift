import ContactCenter
import Wire

/// A site of a center in virtual time: the floor of its one partition, and when it speaks to the others.
struct VirtualSite {
    var floor: Floor
    var output = FloorOutput()
    /// Its contacts by their count, from 1.
    var contacts: ContiguousArray<VirtualContact> = []
    private var random: SeededGenerator

    /// When time is next looked at; `Int64.max` for never.
    var timer = Int64.max
    /// What others were told last, and when.
    var told: FloorSummary?
    var toldAt: Int64 = .min / 2
    var isToTell = false
    /// What was heard of others, and is taken note of in the next round.
    var heard: [FloorSummary] = []
    var roundAt: Int64 = .max
    var lastRound: Int64 = .min / 2

    init(partition: UInt16, seed: UInt64) {
        floor = Floor(partition: partition)
        random = SeededGenerator(seed: seed)
    }

    /// Carries out a command; what it came to is in ``output``.
    mutating func handle(_ body: Command.Body, at now: Timestamp) {
        floor.handle(Command(id: CommandID(time: now, random: &random), body: body), now: now, into: &output)
    }
}
