import Foundation

/// The randomness of a run: the same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct ScenarioRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Exponentially distributed with this mean.
    mutating func exponential(_ mean: Double) -> Double { mean > 0 ? -log(1 - share()) * mean : 0 }

    /// Log-normally distributed with this mean and this standard deviation over the mean.
    mutating func logNormal(_ mean: Double, variation: Double) -> Double {
        guard mean > 0 else { return 0 }
        let square = log(1 + variation * variation)
        return exp(log(mean) - square / 2 + square.squareRoot() * normal())
    }

    /// Normally distributed with mean 0 and standard deviation 1 (Box and Muller 1958).
    private mutating func normal() -> Double {
        (-2 * log(1 - share())).squareRoot() * cos(2 * .pi * share())
    }
}
