internal import Foundation

/// The regularised lower incomplete gamma function P(a, x) = γ(a, x) / Γ(a).
enum IncompleteGamma {
    /// The natural logarithm of P(a, x), which may be too small itself to be a number.
    ///
    /// By the series where x is below a, else by the continued fraction of 1 - P (Gautschi 1979, by Lentz's algorithm as
    /// in "Numerical Recipes", section 6.2); both have the factor x^a·e^(-x) / Γ(a + 1), in Loader's form ("Fast and
    /// accurate computation of binomial probabilities", 2000), which loses nothing at large a. Complexity: O(√a).
    ///
    /// - Parameters:
    ///   - shape: a, above 0.
    ///   - place: x, 0 or more.
    static func logLower(shape: Double, _ place: Double) -> Double {
        guard place > 0 else { return -.infinity }
        let factor = logFactor(shape, place)
        if place < shape + 1 { return factor + log(series(shape, place)) }
        return log1p(-exp(factor) * shape * fraction(shape, place))
    }

    /// ln(x^a·e^(-x) / Γ(a + 1)).
    private static func logFactor(_ shape: Double, _ place: Double) -> Double {
        guard shape > 15 else { return shape * log(place) - place - lgamma(shape + 1) }
        let excess = (place - shape) / shape
        let deviance = abs(excess) < 0.1 ? smallDeviance(excess) : excess - log1p(excess)
        let inverse = 1 / shape
        let square = inverse * inverse
        let stirling = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1_260.0 - square / 1_680)))
        return -shape * deviance - 0.5 * log(2 * .pi * shape) - stirling
    }

    /// e - ln(1 + e) for small e, where the difference would cancel: e²/2 - e³/3 + …
    private static func smallDeviance(_ excess: Double) -> Double {
        var (sum, power, term) = (0.0, excess * excess, 2.0)
        while true {
            let next = sum + power / term
            if next == sum { return sum }
            sum = next
            power *= -excess
            term += 1
        }
    }

    /// 1 + x/(a+1) + x²/((a+1)(a+2)) + …
    private static func series(_ shape: Double, _ place: Double) -> Double {
        var (sum, term, count) = (1.0, 1.0, shape)
        while term > sum * 1e-17 {
            count += 1
            term *= place / count
            sum += term
        }
        return sum
    }

    /// The continued fraction 1/(x+1-a- 1·(1-a)/(x+3-a- …)).
    private static func fraction(_ shape: Double, _ place: Double) -> Double {
        let tiny = 1e-300
        var base = place + 1 - shape
        var numerator = 1 / tiny
        var denominator = 1 / base
        var value = denominator
        var step = 1.0
        while true {
            let factor = -step * (step - shape)
            base += 2
            denominator = factor * denominator + base
            if abs(denominator) < tiny { denominator = tiny }
            numerator = base + factor / numerator
            if abs(numerator) < tiny { numerator = tiny }
            denominator = 1 / denominator
            let ratio = denominator * numerator
            value *= ratio
            if abs(ratio - 1) < 1e-15 { return value }
            step += 1
        }
    }
}
