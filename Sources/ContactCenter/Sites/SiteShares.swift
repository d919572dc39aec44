/// Which of a queue's contacts the sites with shares may have.
///
/// Every contact has a position between 0 and 1, by its number: the golden ratio's multiples, so that any run of contacts
/// is spread evenly, whichever of them are the queue's. Each site with a share has a stretch of positions, one behind
/// the other; where every open site has a share they fill the whole, so that a contact is always for one of them.
struct SiteShares: Sendable {
    /// 2⁶⁴ divided by the golden ratio.
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// By site as it was given: its stretch; nil for all.
    let stretches: [ClosedRange<UInt64>?]

    /// - Parameter shares: By open site: its share, above 0; nil for any.
    init(_ shares: [Double?]) {
        let sum = shares.reduce(0) { $0 + ($1 ?? 0) }
        let whole = shares.contains { $0 == nil } ? max(1, sum) : sum
        var start = 0.0
        stretches = shares.map { share in
            guard let share, share > 0 else { return nil }
            defer { start += share }
            return Self.position(start / whole)...Self.position((start + share) / whole)
        }
    }

    /// Whether a contact lies in a stretch.
    static func isIn(_ stretch: ClosedRange<UInt64>?, _ contact: ContactID) -> Bool {
        guard let stretch else { return true }
        let position = contact.count &* step
        return position >= stretch.lowerBound && (position < stretch.upperBound || stretch.upperBound == .max)
    }

    private static func position(_ part: Double) -> UInt64 {
        part >= 1 ? .max : UInt64(max(0, part) * 0x1p64)
    }
}
