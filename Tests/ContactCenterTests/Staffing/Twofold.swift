/// A number as the sum of two, of about 32 digits: for evaluations that are to be trusted where doubles are tested.
///
/// Dekker, "A floating-point technique for extending the available precision", 1971, with a fused multiply-add.
struct Twofold {
    var high: Double
    var low = 0.0

    init(_ high: Double, _ low: Double = 0) {
        self.high = high + low
        self.low = low - (self.high - high)
    }

    static func + (left: Twofold, right: Twofold) -> Twofold {
        let sum = left.high + right.high
        let part = sum - left.high
        let rest = (left.high - (sum - part)) + (right.high - part)
        return Twofold(sum, rest + left.low + right.low)
    }

    static func - (left: Twofold, right: Twofold) -> Twofold { left + Twofold(-right.high, -right.low) }

    static func * (left: Twofold, right: Twofold) -> Twofold {
        let product = left.high * right.high
        let rest = (-product).addingProduct(left.high, right.high)
        return Twofold(product, rest + left.high * right.low + left.low * right.high)
    }

    static func / (left: Twofold, right: Twofold) -> Twofold {
        let first = left.high / right.high
        let rest = left - right * Twofold(first)
        let second = rest.high / right.high
        let last = rest - right * Twofold(second)
        return Twofold(first, second) + Twofold(last.high / right.high)
    }
}
