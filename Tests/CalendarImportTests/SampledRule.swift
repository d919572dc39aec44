import ContactCenter
import Wire

/// A recurrence rule chosen by a seed, out of what RFC 5545 has for whole days.
///
/// Left out is what libical 3.0 answers otherwise than the RFC: BYMONTHDAY from the month's end in FREQ=DAILY, BYSETPOS
/// in FREQ=WEEKLY, BYMONTHDAY without BYMONTH in FREQ=YEARLY, BYWEEKNO without BYDAY, and weeks that begin on other days
/// than Monday where they are counted.
struct SampledRule {
    let start: LocalDay
    let text: String

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        start = LocalDay(year: 1990 + random.below(40), month: 1 + random.below(12), day: 1 + random.below(28))
        let frequency = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"][random.below(4)]
        var parts = ["FREQ=\(frequency)"]
        if random.below(3) == 0 { parts.append("INTERVAL=\(2 + random.below(4))") }
        switch random.below(4) {
        case 0: parts.append("COUNT=\(1 + random.below(60))")
        case 1: parts.append("UNTIL=\(start.year + random.below(12))\(["0101", "0630", "1231"][random.below(3)])")
        default: break
        }
        let usesWeeks = frequency == "YEARLY" && random.below(4) == 0
        if random.below(3) == 0, !usesWeeks { parts.append(Self.numbers("BYMONTH", 1...12, negative: false, &random)) }
        var isNarrowed = parts.contains { $0.hasPrefix("BY") }
        if usesWeeks {
            parts.append(Self.numbers("BYWEEKNO", 2...51, negative: true, &random))
            parts.append(Self.weekdays(ordinals: 0, &random))
            isNarrowed = true
        } else if frequency == "YEARLY", random.below(5) == 0 {
            parts.append(Self.numbers("BYYEARDAY", 1...366, negative: true, &random))
            isNarrowed = true
        } else if frequency != "WEEKLY", random.below(3) == 0 {
            let needsMonth = frequency == "YEARLY" && !parts.contains { $0.hasPrefix("BYMONTH=") }
            if needsMonth { parts.append(Self.numbers("BYMONTH", 1...12, negative: false, &random)) }
            parts.append(Self.numbers("BYMONTHDAY", 1...31, negative: frequency != "DAILY", &random))
            isNarrowed = true
        }
        if !usesWeeks, random.below(2) == 0 {
            let counts = (frequency == "MONTHLY" || frequency == "YEARLY") && random.below(2) == 0
            parts.append(Self.weekdays(ordinals: counts ? 5 : 0, &random))
            isNarrowed = true
        }
        if isNarrowed, frequency == "MONTHLY" || frequency == "YEARLY", random.below(4) == 0 {
            parts.append(Self.numbers("BYSETPOS", 1...4, negative: true, &random))
        }
        if !usesWeeks, frequency != "WEEKLY", random.below(3) == 0 {
            parts.append("WKST=\(Self.names[random.below(7)])")
        }
        text = parts.joined(separator: ";")
    }

    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func numbers(
        _ name: String, _ range: ClosedRange<Int>, negative: Bool, _ random: inout SeededGenerator
    ) -> String {
        let numbers = (0..<1 + random.below(3)).map { _ in
            (range.lowerBound + random.below(range.count)) * (negative && random.below(3) == 0 ? -1 : 1)
        }
        return "\(name)=\(Set(numbers).sorted().map(String.init).joined(separator: ","))"
    }

    private static func weekdays(ordinals: Int, _ random: inout SeededGenerator) -> String {
        let days = (0..<1 + random.below(3)).map { _ in
            let ordinal = ordinals == 0 ? 0 : (1 + random.below(ordinals)) * (random.below(2) == 0 ? 1 : -1)
            return (ordinal == 0 ? "" : "\(ordinal)") + names[random.below(7)]
        }
        return "BYDAY=\(Set(days).sorted().joined(separator: ","))"
    }
}
