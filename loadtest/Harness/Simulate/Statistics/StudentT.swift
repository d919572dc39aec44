import Foundation

/// Student's t distribution.
enum StudentT {
    /// The value that is not exceeded with a probability between one half and 1, by bisection.
    static func quantile(_ probability: Double, freedom: Int) -> Double {
        precondition(freedom > 0 && probability > 0.5 && probability < 1, "\(probability) with \(freedom) degrees")
        let degrees = Double(freedom)
        let factor = exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / (degrees * .pi).squareRoot()
        var (low, high) = (0.0, 1_000.0)
        for _ in 0..<50 {
            let middle = (low + high) / 2
            let share = 0.5 + integral(to: middle) { factor * pow(1 + $0 * $0 / degrees, -(degrees + 1) / 2) }
            if share < probability { low = middle } else { high = middle }
        }
        return high
    }

    /// From 0, by Simpson's rule; with sinh(place) for the value both the middle and the tail are met well.
    private static func integral(to end: Double, of density: (Double) -> Double) -> Double {
        let (steps, last) = (200, asinh(end))
        let width = last / Double(2 * steps)
        func weighted(_ place: Double) -> Double { density(sinh(place)) * cosh(place) }
        var sum = 0.0
        for step in 0..<steps {
            let start = Double(2 * step) * width
            sum += weighted(start) + 4 * weighted(start + width) + weighted(start + 2 * width)
        }
        return sum * width / 3
    }
}
