extension LocalDay {
    /// Days since 1970-01-01, by the proleptic Gregorian calendar; the day must exist.
    ///
    /// Years are counted from March, so that the leap day is the last one; 400 years are 146,097 days.
    var epochDay: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Whether the Gregorian calendar has this day, in the years 1970 to 2200.
    public var exists: Bool {
        guard ConfigurationBounds.years.contains(year), (1...12).contains(month), day >= 1 else { return false }
        return day <= Self.length(ofMonth: month, year: year)
    }

    /// How many days a month has, 1 for January.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension LocalDay: CustomStringConvertible {
    /// ISO 8601, such as `2026-12-25`.
    public var description: String {
        "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
