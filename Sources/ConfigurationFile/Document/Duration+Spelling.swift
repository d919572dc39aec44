extension Duration {
    private static let units: [(name: String, microseconds: Int64)] = [
        ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000), ("ms", 1_000),
    ]

    /// Reads `20s`, `5m`, `1h30m`, `2d` or `250ms`: whole numbers with units, each unit once, the larger before the
    /// smaller; nil when the text is none.
    public init?(spelled text: some StringProtocol) {
        var rest = Substring(text)
        var total: Int64 = 0
        var units = Self.units[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let word = rest.prefix { !$0.isNumber }
            rest = rest.dropFirst(word.count)
            guard let count = Int64(digits), let place = units.firstIndex(where: { $0.name == word }) else {
                return nil
            }
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: units[place].microseconds)
            let (sum, overflows) = total.addingReportingOverflow(product)
            guard !isTooLarge, !overflows else { return nil }
            total = sum
            units = units[(place + 1)...]
        }
        self = .microseconds(total)
    }

    /// As it is written in files: `1h30m`; what is below a millisecond is left out.
    public var spelled: String {
        var rest = components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
        guard rest != 0 else { return "0s" }
        var text = rest < 0 ? "-" : ""
        rest = abs(rest)
        for unit in Self.units where rest >= unit.microseconds / 1_000 {
            text += "\(rest / (unit.microseconds / 1_000))\(unit.name)"
            rest %= unit.microseconds / 1_000
        }
        return text
    }
}
