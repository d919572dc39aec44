extension ZoneRules {
    /// Reads a file of tzdata (TZif of RFC 9636, version 2 or later); nil when the bytes are none.
    ///
    /// Changes before 1970 are left out, and those that change nothing but the zone's abbreviation.
    public init?(name: String, tzif bytes: [UInt8]) {
        guard let first = TZifHeader(bytes, at: 0), first.version >= UInt8(ascii: "2"),
            let header = TZifHeader(bytes, at: first.end(timeSize: 4)), header.typeCount > 0,
            bytes.count > header.end(timeSize: 8)
        else { return nil }
        let indexes = header.body + header.timeCount * 8
        let types = indexes + header.timeCount
        func offset(ofType index: Int) -> Int? {
            index < header.typeCount ? Int(bytes.bigEndian(Int32.self, at: types + index * 6)) : nil
        }
        guard var current = offset(ofType: 0) else { return nil }
        var start = current
        var changes: [Change] = []
        for index in 0..<header.timeCount {
            let second = Int(bytes.bigEndian(Int64.self, at: header.body + index * 8))
            guard let offset = offset(ofType: Int(bytes[indexes + index])) else { return nil }
            defer { current = offset }
            if second < 0 {
                start = offset
            } else if offset != current {
                changes.append(Change(second: second, offset: offset))
            }
        }
        let footer = bytes[header.end(timeSize: 8)...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
        let rule = footer.isEmpty ? nil : YearlyZoneRule(String(decoding: footer, as: UTF8.self))
        guard footer.isEmpty || rule != nil else { return nil }
        self.init(name: name, firstOffset: start, changes: changes, rule: rule)
    }
}

/// One of the two headers of a TZif file, with the counts of what follows it.
private struct TZifHeader {
    let version: UInt8
    /// Where what it counts begins.
    let body: Int
    let universalCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

    init?(_ bytes: [UInt8], at start: Int) {
        guard bytes.count >= start + 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
        version = bytes[start + 4]
        body = start + 44
        let counts = (0..<6).map { Int(bytes.bigEndian(UInt32.self, at: start + 20 + $0 * 4)) }
        (universalCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
        (timeCount, typeCount, characterCount) = (counts[3], counts[4], counts[5])
    }

    /// Where the next part begins, each time being written in so many bytes.
    func end(timeSize: Int) -> Int {
        body + timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
            + standardCount + universalCount
    }
}

extension [UInt8] {
    fileprivate func bigEndian<Number: FixedWidthInteger>(_ type: Number.Type, at start: Int) -> Number {
        self[start..<start + Number.bitWidth / 8].reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }
}
