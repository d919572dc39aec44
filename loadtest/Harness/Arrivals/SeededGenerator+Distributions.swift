import Foundation
import Wire

/// The distributions that arrivals and handling times follow.
extension SeededGenerator {
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
