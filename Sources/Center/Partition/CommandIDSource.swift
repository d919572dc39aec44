import ContactCenter

/// Makes ids for the commands of a host itself, from a seed: two hosts with the same seed make the same.
struct CommandIDSource {
    private var generator: Generator

    init(seed: UInt64) {
        generator = Generator(state: seed)
    }

    mutating func next(at time: Timestamp) -> CommandID {
        CommandID(time: time, random: &generator)
    }

    /// A number that is not used again.
    mutating func nextNumber() -> UInt64 { generator.next() }

    /// SplitMix64 (Steele, Lea, Flood, 2014).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }
}
