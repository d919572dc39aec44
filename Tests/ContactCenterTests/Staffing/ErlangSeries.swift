/// The Erlang functions summed up term by term as they are defined, with 32 digits.
enum ErlangSeries {
    /// 1 / Σ n!/(n-j)! / a^j, for j from 0 to n.
    static func blocking(agents: Int, load: Double) -> Twofold { Twofold(1) / states(agents, load) }

    /// (n/(n-a)) / (Σ n!/(n-j)! / a^j, for j from 1 to n, + n/(n-a)).
    static func delay(agents: Int, load: Double) -> Twofold {
        let count = Twofold(Double(agents))
        let tail = count / (count - Twofold(load))
        return tail / (states(agents, load) - Twofold(1) + tail)
    }

    /// With patience, both times in units of the handling time: Palm's A(x, y) = Σ y^j / ((x+1)…(x+j)) with x = nμ/θ
    /// and y = λ/θ; A·B / (1 + (A - 1)·B) wait, and 1/(ρA) + 1 - 1/ρ of these give up.
    static func delayAndAbandonment(agents: Int, load: Double, patience: Double) -> (Twofold, Twofold) {
        let (shape, place) = (Twofold(Double(agents)) * Twofold(patience), Twofold(load) * Twofold(patience))
        var (sum, term, count) = (Twofold(1), Twofold(1), 0.0)
        while term.high > sum.high * 1e-34 {
            count += 1
            term = term * place / (shape + Twofold(count))
            sum = sum + term
        }
        let blocking = blocking(agents: agents, load: load)
        let delay = sum * blocking / (Twofold(1) + (sum - Twofold(1)) * blocking)
        let spare = Twofold(Double(agents)) / Twofold(load)
        return (delay, delay * (spare / sum + Twofold(1) - spare))
    }

    private static func states(_ agents: Int, _ load: Double) -> Twofold {
        var (sum, term) = (Twofold(1), Twofold(1))
        for left in (1...agents).reversed() {
            term = term * Twofold(Double(left)) / Twofold(load)
            sum = sum + term
        }
        return sum
    }
}
