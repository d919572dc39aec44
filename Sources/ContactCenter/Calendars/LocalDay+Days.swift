extension LocalDay {
    /// The day so many days after 1970-01-01, by the proleptic Gregorian calendar.
    init(epochDay: Int) {
        let shifted = epochDay + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday.
    static func weekday(ofEpochDay day: Int) -> Int {
        let shifted = (day + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

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

    /// How many days later `other` is; negative when it is earlier. Both must exist.
    public func days(to other: LocalDay) -> Int { other.epochDay - epochDay }

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
