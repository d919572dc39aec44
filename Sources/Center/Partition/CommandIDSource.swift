import ContactCenter
import Wire

/// Makes ids for the commands of a host itself, from a seed: two hosts with the same seed make the same.
struct CommandIDSource {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func next(at time: Timestamp) -> CommandID {
        CommandID(time: time, random: &generator)
    }

    /// A number that is not used again.
    mutating func nextNumber() -> UInt64 { generator.next() }
}
