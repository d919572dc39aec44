/// How many contacts there are in each state.
struct ContactCounts: Hashable, Sendable {
    private var counts = SIMD8<Int32>()

    subscript(state: ContactState) -> Int {
        get { Int(counts[Int(state.rawValue)]) }
        set { counts[Int(state.rawValue)] = Int32(newValue) }
    }
}
