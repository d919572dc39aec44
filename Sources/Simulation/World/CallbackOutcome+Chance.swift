import ContactCenter

extension CallbackOutcome {
    /// How a call to a customer turns out, by a number that is chosen below a bound: they answer more often than not.
    static func byChance(_ choose: (_ bound: Int) -> Int) -> CallbackOutcome {
        switch choose(8) {
        case 0: .busy
        case 1: .noAnswer
        case 2: .failed
        default: .answered
        }
    }
}
